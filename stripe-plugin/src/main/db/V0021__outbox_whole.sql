-- Effects about one thing leave in the order in which they were decided; what could not leave is sent again or given up by a person;
-- and what became of each mail.

create index outbox_by_subject on outbox (org_id, subject_id, kind, outbox_id);

alter table outbox add column settled_at timestamp with time zone; -- when a person gave up what could not leave, else null
alter table outbox add column settled_by varchar;                  -- who: the user's id
alter table outbox add column settled_reason varchar;              -- why, as typed

create table letter (
    org_id varchar not null,
    mail_key varchar not null,             -- the mail's key towards the host, the same whenever it is sent again
    request_id uuid not null,
    kind varchar not null,                 -- request, receipt
    state varchar not null,                -- HANDED_OVER, REFUSED, BOUNCED
    reason varchar not null,               -- why it was refused or came back, without an address; empty for handed over
    changed_at timestamp with time zone not null,
    primary key (org_id, mail_key)
);
create index letter_by_request on letter (org_id, request_id, changed_at);
comment on table letter is 'What became of a mail, as far as a mail server has said; nobody knows whether it was read';
