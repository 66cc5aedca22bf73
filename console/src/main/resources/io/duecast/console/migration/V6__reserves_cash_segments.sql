-- What finance and the controller look at: reserves, the cash forecast, and the risk segments of customers.

create table reserve_positions (
  day date not null,
  currency text not null,
  entity text not null,
  segment text not null,
  exposures numeric(38, 4)[] not null,
  rates numeric[] not null,
  reserves numeric(38, 4)[] not null,
  opening numeric(38, 4) not null,
  by_receivables numeric(38, 4) not null,
  by_rates numeric(38, 4) not null,
  used numeric(38, 4) not null,
  forward_looking numeric not null,
  observed_days integer not null,
  recorded_at timestamptz not null,
  replayed boolean not null,
  primary key (currency, entity, segment, day)
);
comment on table reserve_positions is
  'From reserve-positions: what of the receivables is not expected to come in, at the end of each day, by ageing bucket.';
create index reserve_positions_of_day on reserve_positions (currency, day desc);
create index reserve_positions_by_day on reserve_positions (day desc, currency, entity, segment);

create table cash_forecasts (
  currency text not null,
  as_of date not null,
  open numeric(38, 4) not null,
  later numeric(38, 4) not null,
  liquidity_reserve numeric(38, 4) not null,
  recorded_at timestamptz not null,
  replayed boolean not null,
  primary key (currency, as_of)
);
comment on table cash_forecasts is 'From cash-forecasts: what was said on each Monday.';

create table cash_forecast_weeks (
  currency text not null,
  as_of date not null,
  away integer not null,
  week date not null,
  expected numeric(38, 4) not null,
  p10 numeric(38, 4) not null,
  p50 numeric(38, 4) not null,
  p90 numeric(38, 4) not null,
  by_due_date numeric(38, 4) not null,
  by_customer_delay numeric(38, 4) not null,
  primary key (currency, as_of, away)
);
comment on table cash_forecast_weeks is 'From cash-forecasts: the weeks of each forecast.';
create index cash_forecast_weeks_by_day on cash_forecast_weeks (as_of desc, currency, lpad(away::text, 10, '0'));

create table cash_weeks_over (
  currency text not null,
  week date not null,
  away integer not null,
  came numeric(38, 4) not null,
  primary key (currency, week, away)
);
comment on table cash_weeks_over is
  'From cash-forecasts: what came in a week, of what was open as the forecast was made so many weeks before.';

create table customer_segments (
  customer text primary key,
  revision integer not null,
  on_day date not null,
  since date not null,
  risk_segment text not null,
  worth text not null,
  trend text not null,
  reasons jsonb not null,
  ladder text not null,
  term_days integer not null,
  credit_limit numeric(19, 4),
  credit_limit_currency text,
  call_priority integer not null,
  rules integer not null,
  recorded_at timestamptz not null,
  replayed boolean not null
);
comment on table customer_segments is 'From customer-segments: in which segment each customer is, and what is suggested.';
create index customer_segments_by_priority on customer_segments (call_priority, customer);
create index customer_segments_by_segment on customer_segments (risk_segment, call_priority, customer);

create table segment_moves (
  customer text not null,
  revision integer not null,
  on_day date not null,
  previous text not null,
  previous_worth text not null,
  risk_segment text not null,
  worth text not null,
  reasons jsonb not null,
  replayed boolean not null,
  primary key (customer, revision)
);
comment on table segment_moves is 'From customer-segments: who came from another segment or worth.';
create index segment_moves_by_day on segment_moves (on_day desc, customer, lpad(revision::text, 10, '0'));

create table customer_outliers (
  customer text not null,
  invoice text not null,
  kind text not null,
  on_day date not null,
  risk_segment text not null,
  reasons jsonb not null,
  replayed boolean not null,
  primary key (customer, invoice, kind)
);
comment on table customer_outliers is 'From customer-outliers: who departs from what is usual.';
create index customer_outliers_by_day on customer_outliers (on_day desc, customer, invoice, kind);

create table segment_trends (
  risk_segment text not null,
  week date not null,
  judged integer not null,
  late integer not null,
  usual integer,
  pressure integer not null,
  pressure_limit integer not null,
  trend text not null,
  since date,
  replayed boolean not null,
  primary key (risk_segment, week)
);
comment on table segment_trends is 'From segment-trends: how much of what came due in each week was late, in each segment.';
create index segment_trends_by_week on segment_trends (week desc, risk_segment);

create view reserves_by_day as
select day, currency, entity, segment, (select sum(a) from unnest(exposures) a) as exposure,
  (select sum(a) from unnest(reserves) a) as reserve, opening, by_receivables, by_rates, used
from reserve_positions;
comment on view reserves_by_day is 'The reserve for credit losses at the end of each day, and what moved it.';

create view customer_strategies as
select s.customer, coalesce(c.name, s.customer) as customer_name, s.risk_segment, s.worth, s.trend, s.since, s.ladder,
  s.term_days, s.credit_limit, s.credit_limit_currency, s.call_priority
from customer_segments s left join customers c using (customer);
comment on view customer_strategies is 'In which risk segment each customer is now, and what is suggested for it.';
