package dev.quittance.stripe.payout;

import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Badge;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Fact;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.payout.PayoutRepository.Share;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A payout and what it consists of. Immutable.
 *
 * @param charged what customers paid, before fees
 * @param refunded what was given back; negative
 * @param fees what Stripe took; negative
 * @param others everything else: disputes, corrections, what came back from the bank
 * @param different how many of its rows differ from the ledger
 */
record PayoutSummary(Payout payout, Money charged, Money refunded, Money fees, Money others, int different) {
    static PayoutSummary of(Payout payout, List<Share> shares, int different) {
        long charged = 0;
        long refunded = 0;
        long fees = 0;
        long others = 0;
        for (Share share : shares) {
            fees -= share.feeMinor();
            switch (share.category()) {
                case "charge" -> charged += share.grossMinor();
                case "refund", "refund_failure" -> refunded += share.grossMinor();
                case "fee" -> fees += share.grossMinor();
                default -> others += share.grossMinor();
            }
        }
        String currency = payout.amount().currency();
        return new PayoutSummary(
                payout,
                Money.of(charged, currency),
                Money.of(refunded, currency),
                Money.of(fees, currency),
                Money.of(others, currency),
                different);
    }

    /** Whether everything that it consists of is known. */
    boolean isKnown() {
        return payout.automatic() && payout.rowsKnown();
    }

    /** An amount of what it consists of; said to be not known yet while its rows are not. */
    Cell part(Money amount) {
        return isKnown() ? Cell.amount(amount) : Cell.words(Text.of("payouts.not_known_yet", "Not known yet"));
    }

    /** The day on which it is expected at the bank. */
    Cell arrival() {
        return Cell.words(Text.of("payouts.day", "{0}", LocalDate.ofInstant(payout.arrivalOn(), ZoneOffset.UTC)));
    }

    Badge badge() {
        return switch (payout.state()) {
            case Payout.PENDING -> new Badge(Text.of("payouts.state.pending", "Being prepared"), Tone.INFO);
            case Payout.IN_TRANSIT -> new Badge(Text.of("payouts.state.in_transit", "On its way"), Tone.INFO);
            case Payout.PAID -> new Badge(Text.of("payouts.state.paid", "Paid out"), Tone.GOOD);
            case Payout.FAILED -> new Badge(Text.of("payouts.state.failed", "Came back"), Tone.DANGER);
            case Payout.CANCELED -> new Badge(Text.of("payouts.state.canceled", "Canceled"), Tone.NEUTRAL);
            default -> new Badge(Text.plain(payout.state()), Tone.NEUTRAL);
        };
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (payout.state().equals(Payout.FAILED)) {
            blocks.add(Block.callout(
                    Tone.DANGER,
                    Text.of(
                            "payouts.failed_one",
                            "The bank sent this payout back ({0}). The money is at Stripe again, and no customer was charged. Check the "
                                    + "bank account in Stripe.",
                            payout.failure())));
        }
        if (!payout.automatic()) {
            blocks.add(Block.paragraph(Text.of(
                    "payouts.manual",
                    "Somebody asked Stripe for this payout, so Stripe does not say which payments are in it.")));
        } else if (!payout.rowsKnown()) {
            blocks.add(Block.paragraph(Text.of(
                    "payouts.rows_to_come", "Not all of its rows are read yet; they follow within some hours.")));
        }
        blocks.add(Block.facts(
                new Fact(Text.of("payouts.column.amount", "Amount"), Cell.amount(payout.amount())),
                new Fact(Text.of("payouts.column.arrival", "Expected in your bank"), arrival()),
                new Fact(Text.of("payouts.column.state", "State"), Cell.state(badge())),
                new Fact(Text.of("payouts.column.payments", "Payments"), part(charged)),
                new Fact(Text.of("payouts.column.refunds", "Refunds"), part(refunded)),
                new Fact(Text.of("payouts.column.fees", "Stripe’s fees"), part(fees)),
                new Fact(Text.of("payouts.column.others", "Other"), part(others)),
                new Fact(
                        Text.of("payouts.column.different", "Rows that differ"),
                        Cell.plain(Integer.toString(different)))));
        return blocks;
    }
}
