-- Who told of money: the plugin, or nobody but the host itself. Until now the host's own entries were known by their name alone.
alter table settlement add column told_by varchar(64) default '' not null;
alter table reversal add column told_by varchar(64) default '' not null;
update settlement set told_by = 'stripe-payments' where payment_id not like 'host-%';
update reversal set told_by = 'stripe-payments' where payment_id not like 'host-%';
