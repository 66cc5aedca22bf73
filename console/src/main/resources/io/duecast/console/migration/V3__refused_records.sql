create table refused_records (
  topic text not null,
  partition integer not null,
  "offset" bigint not null,
  sent_at timestamptz not null,
  reason text not null,
  primary key (topic, partition, "offset")
);
comment on table refused_records is
  'From every topic: records that these tables cannot hold, and why not; all others are there.';
create index refused_records_by_time on refused_records (
  sent_at desc, topic, lpad(partition::text, 10, '0'), lpad("offset"::text, 20, '0'));
