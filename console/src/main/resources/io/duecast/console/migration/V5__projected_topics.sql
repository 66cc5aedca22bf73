create table projected_topics (
  topic text primary key,
  topic_id text not null
);
comment on table projected_topics is 'Which topics the tables are made of, by the ids that their cluster gave them.';
