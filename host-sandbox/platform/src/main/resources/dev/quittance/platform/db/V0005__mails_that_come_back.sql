-- Which mail was whose, so that one that comes back is told to the plugin that sent it; and the stream by which it is told.

create table sent_mail (
    message_id varchar(200) not null primary key,
    plugin_id varchar(64) not null,
    org_id varchar(64) not null,
    mail_key varchar(1000) not null,
    recipient_hash varchar(64) not null,
    sent_at timestamp with time zone not null
);
comment on table sent_mail is 'Mails that plugins sent, for as long as one may come back; neither what they said nor to whom in clear';
comment on column sent_mail.recipient_hash is 'SHA-256 of the address in lower case: a report must name the same one';
create index sent_mail_by_time on sent_mail (sent_at);

insert into event_head (stream, last_seq) values ('mail', 0);
