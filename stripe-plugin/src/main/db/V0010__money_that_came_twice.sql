-- What an organisation wants done with money that came twice.

create table payment_policy (
    org_id varchar not null primary key,
    overpayment varchar not null,          -- ASK: the office decides; REFUND: it is given back by itself
    changed_by varchar not null,
    changed_at timestamp with time zone not null
);
comment on table payment_policy is 'What an organisation has decided about its payments; one without a row asks the office';
