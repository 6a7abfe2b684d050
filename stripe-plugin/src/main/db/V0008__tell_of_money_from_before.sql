-- Money that came before the host kept books of its own was never told of: it is due now, each payment and each record's sums once.
-- Only a first version's data can hold such payments, so their rows take ids that are there already and unique.

insert into outbox (org_id, outbox_id, dedupe_key, kind, subject_id, detail, state, tries, due_at, last_error, created_at, version)
select payment.org_id, payment.payment_id, 'settlement/' || cast(payment.payment_id as varchar), 'settlement', payment.request_id,
       'paid/' || cast(payment.payment_id as varchar), 'DUE', 0, payment.created_at, '', payment.created_at, 1
from payment
where payment.state = 'SUCCEEDED'
  and not exists (
      select 1 from outbox as told
      where told.org_id = payment.org_id and told.dedupe_key = 'settlement/' || cast(payment.payment_id as varchar));

insert into outbox (org_id, outbox_id, dedupe_key, kind, subject_id, detail, state, tries, due_at, last_error, created_at, version)
select request.org_id, request.request_id, 'expect/' || cast(request.request_id as varchar) || '/before', 'expect',
       request.request_id, '', 'DUE', 0, request.created_at, '', request.created_at, 1
from payment_request as request
where request.state in ('OPEN', 'PROCESSING')
  and not exists (
      select 1 from outbox as told
      where told.org_id = request.org_id and told.kind = 'expect' and told.subject_id = request.request_id);
