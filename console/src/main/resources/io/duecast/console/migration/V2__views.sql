-- What a BI tool should read: these names stay, whatever becomes of the tables.

create view today as select max(day) as day from business_days;
comment on view today is 'The business day that the company is in.';

create view open_invoices as
select i.customer, coalesce(c.name, i.customer) as customer_name, c.segment, i.invoice, i.seller_entity, i.issued_on, i.due_on,
  i.currency, i.payable, i.balance, i.disputed, i.on_hold, i.promised_on, t.day - i.due_on as days_past_due,
  case when t.day - i.due_on <= 0 then 'current' when t.day - i.due_on <= 30 then '1-30'
    when t.day - i.due_on <= 60 then '31-60' when t.day - i.due_on <= 90 then '61-90' else '90+' end as aging_bucket,
  i.probability_late, i.band, i.expected_on, i.expected_late, i.model
from invoices i left join customers c using (customer) cross join today t
where i.status = 'OPEN';
comment on view open_invoices is 'Each open invoice with its age and its risk.';

create view scored_outcomes as
select i.customer, i.invoice, i.issued_on, i.due_on, i.currency, i.payable, l.model, l.probability_late, l.late_0 as outcome,
  l.days_past_due, l.settled_on, l.known_on
from labels l join invoices i using (customer, invoice);
comment on view scored_outcomes is 'What was said of each invoice at issue beside what came of it.';

create view receivables_by_day as
select day, currency, entity, segment,
  (select sum(a) from unnest(open_amounts) a) as receivables,
  (select sum(a) from unnest(open_amounts) a) - open_amounts[1] as overdue,
  open_amounts[1] as not_overdue, open_amounts[2] as days_1_to_30, open_amounts[3] as days_31_to_60,
  open_amounts[4] as days_61_to_90, open_amounts[5] as days_over_90,
  billed, cash, credited, allowed, written_off, cancelled, unapplied, regrouped
from portfolio_days;
comment on view receivables_by_day is 'What was owed at the end of each day by age, and what moved it.';

create view current_reminder_lines as
select r.reminder_id, r.customer, r.state, r.step, r.channel, r.arm, r.on_day, l.invoice, l.balance, l.currency, l.due_on
from reminders r join reminder_lines l using (reminder_id, revision);
comment on view current_reminder_lines is 'The invoices in each reminder as it was told last.';
