package dev.quittance.stripe.request;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.ledger.RecordBalance;
import java.util.Optional;

/**
 * What is known of a record when somebody asks for money on it. Immutable.
 *
 * @param org whose it is
 * @param subject the record
 * @param client whom it is done for, empty if the host has no such client any more
 * @param balance what was asked for, is on its way and was paid so far: of a project with all its invoices, of an invoice alone
 * @param others what came for it without us, by the host's books
 * @param deposits the part of it that was asked for as deposits and not given up
 * @param cap what is left of the project that an invoice bills, where that has a contract total; may be negative
 * @param turns how many turns were taken before any of this was read
 */
record Standing(
        OrgView org,
        Subject subject,
        Optional<ClientView> client,
        RecordBalance balance,
        Money others,
        Money deposits,
        Optional<Money> cap,
        long turns) {
    /** What somebody takes who asks for money as this stands. */
    Turn turn() {
        return new Turn(subject.turnedOn(), currency(), turns);
    }

    /** The same, as if this request had not been made. */
    Standing without(PaymentRequest request) {
        Money asked = request.type() == RequestType.INVOICE
                ? Money.zero(request.amount().currency())
                : request.amount();
        return new Standing(
                org,
                subject,
                client,
                balance.withoutRequested(asked),
                others,
                deposits,
                cap.map(most -> most.plus(asked)),
                turns);
    }

    /** What was agreed, if there is a contract: what percentages are of. */
    Optional<Money> contract() {
        return subject.isInvoice() ? Optional.empty() : subject.total();
    }

    /** That money is on its way to this record, if some is: nobody need pay it again. */
    Optional<Notice> onItsWay() {
        return balance.processing().isPositive()
                ? Optional.of(new Notice(
                        Tone.INFO,
                        Text.of(
                                "request.processing",
                                "{0} is on its way through a bank, which takes a few days. Do not ask for it again.",
                                balance.processing())))
                : Optional.empty();
    }

    /** The currency of everything on this record. */
    String currency() {
        return subject.currency();
    }

    /**
     * What may still be asked for: the total less what was paid and stayed, here or elsewhere, less what was given back off the price, is
     * on its way or is asked for; of an invoice at most what is left of its project. May be negative.
     */
    Optional<Money> left() {
        if (subject.obstacle().filter(obstacle -> obstacle != Obstacle.CLOSED).isPresent()) {
            return Optional.of(Money.zero(currency()));
        }
        Optional<Money> own = subject.total()
                .map(total -> total.minus(balance.paid())
                        .minus(others)
                        .plus(balance.refunded())
                        .plus(balance.disputed())
                        .minus(balance.waived())
                        .minus(balance.processing())
                        .minus(balance.requested()));
        return own.map(left -> cap.filter(most -> most.compareTo(left) < 0).orElse(left));
    }

    /** What is left, as far as it can be asked for at once: in the currency's steps and not below its minimum. */
    Optional<Money> askable() {
        return subject.obstacle().isPresent() ? Optional.empty() : left().flatMap(Chargeable::find);
    }

    /** The type that people mostly want now. */
    RequestType usualType() {
        if (subject.isInvoice()) {
            return RequestType.FINAL;
        }
        if (contract().isEmpty()) {
            return RequestType.CUSTOM;
        }
        if (subject.stage().equals(ProjectView.STAGE_COMPLETE)) {
            return RequestType.FINAL;
        }
        if (balance.requested().isZero()
                && balance.processing().isZero()
                && balance.paid().isZero()
                && others.isZero()) {
            return RequestType.DEPOSIT;
        }
        return subject.stage().equals(ProjectView.STAGE_IN_PROGRESS) ? RequestType.PROGRESS : RequestType.CUSTOM;
    }
}
