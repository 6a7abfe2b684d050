-- A third of a contract is asked for as 33.333 %: hundredths of a percent were too coarse. The old column stays as it was written.

alter table payment_request add column percent numeric(6, 3);
comment on column payment_request.percent is 'How the amount was typed, if as a share of the contract; the amount is what counts';

update payment_request set percent = percent_basis_points / 100.0 where percent_basis_points is not null;
