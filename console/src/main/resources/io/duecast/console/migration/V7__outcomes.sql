create table outcomes (
  customer text not null,
  event_id text not null,
  invoice text,
  outcome text not null,
  promised_on date,
  promised_amount numeric(19, 4),
  promised_currency text,
  assessment_id text,
  agrees boolean,
  channel text,
  agent text,
  effort_seconds integer,
  contacted_on date not null,
  source text not null,
  recorded_at timestamptz not null,
  replayed boolean not null,
  primary key (customer, event_id)
);
comment on table outcomes is 'From collections-events: what collectors recorded, each event once.';
comment on column outcomes.agrees is 'Whether the collector agrees with the assessment; null if it was not judged.';
create index outcomes_by_invoice on outcomes (customer, invoice, recorded_at);
create index outcomes_by_time on outcomes (recorded_at desc, customer, event_id);
create index outcomes_by_event on outcomes (event_id);
create index outcomes_with_verdict on outcomes (customer, invoice) where assessment_id is not null;

create view verdicts as
select distinct on (o.customer, o.invoice, o.assessment_id, o.agent)
  o.customer, o.invoice, o.agent, o.recorded_at, o.contacted_on, o.agrees, o.assessment_id, a.model, a.band, a.probability_late,
  a.probability_late >= 0.5 as model_says_late,
  (a.probability_late >= 0.5) = o.agrees as collector_says_late,
  case l.late_0 when 'LATE' then true when 'ON_TIME' then false end as was_late
from outcomes o
join assessments a
  on a.customer = o.customer and a.invoice = o.invoice and a.assessment_id = o.assessment_id
join invoices i on i.customer = o.customer and i.invoice = o.invoice
left join labels l on l.customer = o.customer and l.invoice = o.invoice
where o.assessment_id is not null and o.agrees is not null
  and o.contacted_on <= i.due_on and (i.settled_on is null or o.contacted_on < i.settled_on)
order by o.customer, o.invoice, o.assessment_id, o.agent, o.recorded_at desc, o.event_id;
comment on view verdicts is
  'The last word of each collector on each assessment before its outcome could be seen, beside that; was_late is null until then.';
