package dev.quittance.stripe.request;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.stripe.ledger.RecordBalance;
import java.util.Optional;

/**
 * What is known of a record when somebody asks for money on it. Immutable.
 *
 * @param org whose it is
 * @param project the record
 * @param client whom it is done for, empty if the host has no such client any more
 * @param balance what was asked for, is on its way and was paid so far
 * @param deposits the part of it that was asked for as deposits and not given up
 */
record Standing(OrgView org, ProjectView project, Optional<ClientView> client, RecordBalance balance, Money deposits) {
    /** What was agreed, if there is a contract. */
    Optional<Money> contract() {
        return project.contractTotal().filter(Money::isPositive);
    }

    /** The currency of everything on this record. */
    String currency() {
        return project.currency();
    }

    /** What may still be asked for: the contract less what was paid, is on its way or is asked for. May be negative. */
    Optional<Money> left() {
        return contract()
                .map(total -> total.minus(balance.paid())
                        .plus(balance.refunded())
                        .minus(balance.processing())
                        .minus(balance.requested()));
    }

    /** The type that people mostly want now. */
    RequestType usualType() {
        if (contract().isEmpty()) {
            return RequestType.CUSTOM;
        }
        if (project.stage().equals(ProjectView.STAGE_COMPLETE)) {
            return RequestType.FINAL;
        }
        if (balance.requested().isZero()
                && balance.processing().isZero()
                && balance.paid().isZero()) {
            return RequestType.DEPOSIT;
        }
        return project.stage().equals(ProjectView.STAGE_IN_PROGRESS) ? RequestType.PROGRESS : RequestType.CUSTOM;
    }
}
