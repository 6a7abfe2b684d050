-- What a payment comes to at Stripe: beside the fee what came into the balance, in the currency of the balance, the rate if it was
-- changed, and from when it can be paid out. Null is not known yet, never nothing.

alter table payment add column settled_minor bigint;         -- before the fee, in fee_currency
alter table payment add column exchange_rate varchar;        -- Stripe's rate as it wrote it; null where nothing was changed
alter table payment add column available_on timestamp with time zone;

-- What was not changed came in as it was paid; what was changed is read again.
update payment set settled_minor = amount_minor where fee_minor is not null and fee_currency = currency;
update payment set next_check_at = created_at where fee_minor is not null and fee_currency <> currency;
