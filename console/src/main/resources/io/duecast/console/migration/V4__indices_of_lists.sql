-- Each list reads an index in its usual order: the column of the sort, as it falls or rises, and then the key. Rows without a
-- value are asked for apart, so that neither index nor question says where nulls stand.

drop index invoices_open_by_expected_late;
create index invoices_open_by_expected_late on invoices (expected_late desc, customer, invoice) where status = 'OPEN';
drop index invoices_open_by_probability;
create index invoices_open_by_probability on invoices (probability_late desc, customer, invoice) where status = 'OPEN';
drop index invoices_open_by_balance;
create index invoices_open_by_balance on invoices (balance desc, customer, invoice) where status = 'OPEN';
drop index invoices_open_by_band;
drop index invoices_open_by_entity;
create index invoices_open_by_currency on invoices (currency, expected_late desc, customer, invoice) where status = 'OPEN';

drop index invoices_by_due;
create index invoices_by_due on invoices (due_on, customer, invoice);

create index customers_in_order on customers (lower(coalesce(name, customer)), customer);

create index model_releases_in_order on model_releases ("offset" desc, release_id);

drop index dead_letters_by_time;
create index dead_letters_by_time on dead_letters (
  failed_at desc, source_topic, lpad(source_partition::text, 10, '0'), lpad(source_offset::text, 20, '0'));

drop index portfolio_days_by_day;
create index portfolio_days_by_day on portfolio_days (day desc, currency, entity, segment);
