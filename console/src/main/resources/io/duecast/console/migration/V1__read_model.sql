-- What the topics say, as tables. Every table is a fold of the topics that its comment names, and each column is written from
-- one topic only: so it does not matter how the topics interleave, and reading them again gives the same rows.

create table projected_offsets (
  topic text not null,
  partition integer not null,
  next_offset bigint not null,
  primary key (topic, partition)
);
comment on table projected_offsets is 'Up to where each partition is in the tables; changed in the transaction of the rows.';

create table business_days (
  partition integer primary key,
  day date not null
);
comment on table business_days is 'The day that each partition of receivables has come to.';

create table customers (
  customer text primary key,
  name text,
  party_type text,
  country text,
  industry_scheme text,
  industry_code text,
  size_class text,
  segment text,
  registered_on date,
  credit_limit numeric(19, 4),
  credit_limit_currency text,
  rating text,
  direct_debit boolean,
  dunning_blocked boolean,
  dunning_blocked_until date,
  time_zone text,
  language text,
  effective_from date
);
comment on table customers is 'From receivables: all that is known of each customer now.';
create index customers_by_name on customers (lower(coalesce(name, customer)) text_pattern_ops, customer);

create table invoices (
  customer text not null,
  invoice text not null,
  seller_entity text,
  issued_on date,
  due_on date,
  original_due_on date,
  currency text,
  payable numeric(19, 4),
  balance numeric(19, 4),
  paid numeric(19, 4),
  credited numeric(19, 4),
  status text,
  settled_on date,
  disputed boolean,
  on_hold boolean,
  promised_on date,
  changed_at timestamptz,
  replayed boolean,
  assessment_id text,
  assessed_at timestamptz,
  model text,
  role text,
  probability_late double precision,
  probability_low double precision,
  probability_high double precision,
  band text,
  expected_on date,
  expected_earliest date,
  expected_latest date,
  segment text,
  expected_late numeric(19, 4) generated always as (
    case when status = 'OPEN' and balance > 0 then round(balance * probability_late::numeric, 4) end) stored,
  primary key (customer, invoice)
);
comment on table invoices is
  'From receivables: where each invoice stands. From invoice-risk: the last assessment by whoever is in charge.';
comment on column invoices.status is 'Null while nothing but a risk is known.';
comment on column invoices.expected_late is
  'Open balance times the probability of late; how much of it is to be expected late, not lost.';
create index invoices_open_by_expected_late on invoices (expected_late desc nulls last, customer, invoice)
  where status = 'OPEN';
create index invoices_open_by_due on invoices (due_on, customer, invoice) where status = 'OPEN';
create index invoices_open_by_probability on invoices (probability_late desc nulls last, customer, invoice)
  where status = 'OPEN';
create index invoices_open_by_balance on invoices (balance desc nulls last, customer, invoice) where status = 'OPEN';
create index invoices_open_by_band on invoices (band, expected_late desc nulls last, customer, invoice)
  where status = 'OPEN';
create index invoices_open_by_entity on invoices (seller_entity, expected_late desc nulls last, customer, invoice)
  where status = 'OPEN';
create index invoices_by_due on invoices (due_on desc, customer, invoice);
create index invoices_by_issue on invoices (issued_on desc, customer, invoice);
create index invoices_by_number on invoices (invoice);

create table invoice_events (
  partition integer not null,
  "offset" bigint not null,
  change_id text not null,
  customer text not null,
  invoice text not null,
  kind text not null,
  on_day date,
  amount numeric(19, 4),
  currency text,
  status text not null,
  balance numeric(19, 4),
  due_on date not null,
  detail jsonb not null,
  recorded_at timestamptz not null,
  replayed boolean not null,
  primary key (partition, "offset")
);
comment on table invoice_events is 'From receivables: each account line by line.';
create index invoice_events_by_invoice on invoice_events (customer, invoice, partition, "offset");
create index invoice_events_by_time on invoice_events (recorded_at desc);

create table assessments (
  partition integer not null,
  "offset" bigint not null,
  assessment_id text not null,
  customer text not null,
  invoice text not null,
  trigger text not null,
  model text not null,
  role text not null,
  probability_late double precision not null,
  probability_low double precision not null,
  probability_high double precision not null,
  band text not null,
  expected_on date not null,
  expected_earliest date not null,
  expected_latest date not null,
  on_time double precision not null,
  days_1_to_30 double precision not null,
  days_31_to_60 double precision not null,
  days_61_to_90 double precision not null,
  days_over_90 double precision not null,
  segment text,
  open_amount numeric(19, 4),
  currency text,
  due_on date not null,
  reasons jsonb not null,
  features jsonb not null,
  recorded_at timestamptz not null,
  replayed boolean not null,
  primary key (partition, "offset")
);
comment on table assessments is 'From invoice-risk: all that was ever said of each invoice, by silent models too.';
create index assessments_by_invoice on assessments (customer, invoice, partition, "offset");

create table labels (
  customer text not null,
  invoice text not null,
  revision integer not null,
  reason text not null,
  late_0 text not null,
  late_30 text not null,
  late_60 text not null,
  late_90 text not null,
  settled_on date,
  days_past_due integer,
  model text not null,
  probability_late double precision not null,
  known_on date not null,
  primary key (customer, invoice)
);
comment on table labels is 'From labelled-invoices: how each invoice turned out, by its latest label.';
create index labels_by_model on labels (model, known_on);

create table reminders (
  reminder_id text primary key,
  revision integer not null,
  customer text not null,
  state text not null,
  reason text,
  policy text not null,
  policy_version integer not null,
  step text not null,
  channel text not null,
  arm text not null,
  propensity double precision not null,
  on_day date not null,
  send_from timestamptz not null,
  send_until timestamptz not null,
  recorded_at timestamptz not null,
  replayed boolean not null
);
comment on table reminders is 'From reminders: each as its highest revision says.';
create index reminders_by_customer on reminders (customer, on_day desc, reminder_id);
create index reminders_by_day on reminders (on_day desc, reminder_id);

create table reminder_lines (
  reminder_id text not null,
  revision integer not null,
  customer text not null,
  invoice text not null,
  balance numeric(19, 4) not null,
  currency text not null,
  due_on date not null,
  step text,
  primary key (reminder_id, revision, invoice)
);
comment on table reminder_lines is 'From reminders: the invoices in every revision.';
create index reminder_lines_by_invoice on reminder_lines (customer, invoice);

create table reminder_deliveries (
  partition integer not null,
  "offset" bigint not null,
  customer text not null,
  reminder_id text not null,
  delivery text not null,
  channel text not null,
  occurred_at timestamptz not null,
  primary key (partition, "offset")
);
comment on table reminder_deliveries is 'From reminder-status: what became of messages on their way.';
create index reminder_deliveries_by_reminder on reminder_deliveries (reminder_id, partition, "offset");

create table reminder_stops (
  partition integer not null,
  "offset" bigint not null,
  customer text not null,
  invoice text,
  until date,
  lifted boolean not null,
  occurred_at timestamptz not null,
  primary key (partition, "offset")
);
comment on table reminder_stops is 'From reminder-status: who was not to be reminded.';
create index reminder_stops_by_customer on reminder_stops (customer, partition, "offset");

create table model_releases (
  "offset" bigint primary key,
  release_id text not null,
  slot text not null,
  model text not null,
  previous text,
  effective_from timestamptz not null,
  known_on date,
  decision text not null,
  reasons jsonb not null,
  trigger text not null,
  decided_by text not null,
  evaluated_rows integer not null,
  metrics jsonb not null,
  recorded_at timestamptz not null
);
comment on table model_releases is 'From model-releases: every decision about a model.';

create table model_health (
  model text not null,
  "window" text not null,
  from_day date not null,
  until_day date not null,
  as_of date not null,
  figures jsonb not null,
  drift jsonb not null,
  drifted_weight double precision not null,
  primary key (model, "window")
);
comment on table model_health is 'From model-health: how each model does, the latest of each window.';

create table portfolio_days (
  day date not null,
  currency text not null,
  entity text not null,
  segment text not null,
  open_invoices integer[] not null,
  open_amounts numeric(38, 4)[] not null,
  billed numeric(38, 4) not null,
  cash numeric(38, 4) not null,
  credited numeric(38, 4) not null,
  allowed numeric(38, 4) not null,
  written_off numeric(38, 4) not null,
  cancelled numeric(38, 4) not null,
  unapplied numeric(38, 4) not null,
  regrouped numeric(38, 4) not null,
  received numeric(38, 4) not null,
  days_past_due numeric(38, 4) not null,
  days_from_issue numeric(38, 4) not null,
  settled integer not null,
  settled_on_time integer not null,
  promises_kept integer not null,
  promises_broken integer not null,
  disputes_ended integer not null,
  dispute_days integer not null,
  opened integer not null,
  unpriced integer not null,
  recorded_at timestamptz not null,
  replayed boolean not null,
  primary key (currency, entity, segment, day)
);
comment on table portfolio_days is 'From portfolio-days: what is owed at the end of each day, and what moved it.';
create index portfolio_days_by_day on portfolio_days (day);

create table dead_letters (
  source_topic text not null,
  source_partition integer not null,
  source_offset bigint not null,
  key text,
  reason text not null,
  detail text not null,
  value_bytes integer not null,
  sent_at timestamptz not null,
  failed_at timestamptz not null,
  primary key (source_topic, source_partition, source_offset)
);
comment on table dead_letters is 'From dead-letters: what was refused, and why; the bytes stay on the topic.';
create index dead_letters_by_time on dead_letters (failed_at desc, source_topic, source_partition, source_offset);
