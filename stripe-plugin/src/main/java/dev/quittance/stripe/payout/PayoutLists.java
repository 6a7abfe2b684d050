package dev.quittance.stripe.payout;

import dev.quittance.api.ui.Badge;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Column;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Row;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lists of the page. */
final class PayoutLists {
    private PayoutLists() {}

    static Block payouts(List<PayoutSummary> shown, Optional<String> next) {
        return new Block.Listing(new ListView(
                Text.of("payouts.list", "What Stripe pays out"),
                List.of(
                        Column.of("arrival", Text.of("payouts.column.arrival", "Expected in your bank")),
                        Column.numeric("amount", Text.of("payouts.column.amount", "Amount")),
                        Column.of("state", Text.of("payouts.column.state", "State")),
                        Column.numeric("payments", Text.of("payouts.column.payments", "Payments")),
                        Column.numeric("refunds", Text.of("payouts.column.refunds", "Refunds")),
                        Column.numeric("fees", Text.of("payouts.column.fees", "Stripe’s fees")),
                        Column.numeric("others", Text.of("payouts.column.others", "Other")),
                        Column.of("different", Text.of("payouts.column.different", "Rows that differ")),
                        Column.of("rows", Text.of("payouts.column.rows", "Rows"))),
                shown.stream().map(PayoutLists::row).collect(Collectors.toList()),
                Text.of(
                        "payouts.empty",
                        "No payouts yet. The first one usually comes 7 to 14 days after the first payment."),
                next,
                List.of()));
    }

    private static Row row(PayoutSummary summary) {
        Payout payout = summary.payout();
        return new Row(
                payout.id(),
                List.of(
                        summary.arrival(),
                        Cell.amount(payout.amount()),
                        Cell.state(summary.badge()),
                        summary.part(summary.charged()),
                        summary.part(summary.refunded()),
                        summary.part(summary.fees()),
                        summary.part(summary.others()),
                        summary.different() == 0
                                ? Cell.words(Text.of("payouts.agrees", "None"))
                                : Cell.state(new Badge(
                                        Text.of("payouts.differ", "{0} differ", summary.different()), Tone.WARNING)),
                        Cell.link(Text.of("payouts.see", "See its rows"), Target.part(PayoutsPage.ID, payout.id()))));
    }

    static Block rows(List<Movement> shown, Optional<String> next) {
        return new Block.Listing(new ListView(
                Text.of("payouts.rows", "Its rows"),
                List.of(
                        Column.of("created", Text.of("payouts.row.created", "When")),
                        Column.of("what", Text.of("payouts.row.what", "What")),
                        Column.numeric("gross", Text.of("payouts.row.gross", "Before the fee")),
                        Column.numeric("fee", Text.of("payouts.row.fee", "Fee")),
                        Column.numeric("net", Text.of("payouts.row.net", "After the fee")),
                        Column.of("agreement", Text.of("payouts.row.agreement", "In the books")),
                        Column.of("source", Text.of("payouts.row.source", "At Stripe"))),
                shown.stream().map(PayoutLists::row).collect(Collectors.toList()),
                Text.of("payouts.rows_empty", "Stripe has named no rows of this payout."),
                next,
                List.of()));
    }

    private static Row row(Movement movement) {
        return new Row(
                movement.id(),
                List.of(
                        Cell.moment(movement.createdAt()),
                        Cell.words(what(movement.category())),
                        Cell.amount(movement.settled().gross()),
                        Cell.amount(movement.settled().fee()),
                        Cell.amount(movement.net()),
                        Cell.state(badge(movement.agreement())),
                        movement.sourceId().isEmpty() ? Cell.empty() : Cell.plain(movement.sourceId())));
    }

    private static Text what(String category) {
        return switch (category) {
            case "charge" -> Text.of("payouts.what.charge", "Payment");
            case "charge_failure" -> Text.of("payouts.what.charge_failure", "Payment that the bank refused");
            case "refund" -> Text.of("payouts.what.refund", "Refund");
            case "refund_failure" -> Text.of("payouts.what.refund_failure", "Refund that came back");
            case "dispute" -> Text.of("payouts.what.dispute", "Dispute");
            case "dispute_reversal" -> Text.of("payouts.what.dispute_reversal", "Dispute that was won");
            case "fee" -> Text.of("payouts.what.fee", "Fee of Stripe’s");
            case "payout" -> Text.of("payouts.what.payout", "The payout itself");
            case "payout_reversal" -> Text.of("payouts.what.payout_reversal", "Payout that came back");
            default -> Text.plain(category);
        };
    }

    private static Badge badge(Agreement agreement) {
        return switch (agreement) {
            case WAITING -> new Badge(Text.of("payouts.agreement.waiting", "Not compared yet"), Tone.INFO);
            case MATCHED -> new Badge(Text.of("payouts.agreement.matched", "The same"), Tone.GOOD);
            case OTHER -> new Badge(Text.of("payouts.agreement.other", "Not of this CRM"), Tone.NEUTRAL);
            case MISSING_HERE -> new Badge(Text.of("payouts.agreement.missing", "Missing here"), Tone.DANGER);
            case AMOUNT -> new Badge(Text.of("payouts.agreement.amount", "Another amount"), Tone.WARNING);
            case FEE -> new Badge(Text.of("payouts.agreement.fee", "Another fee"), Tone.WARNING);
            case CURRENCY -> new Badge(Text.of("payouts.agreement.currency", "Another currency"), Tone.WARNING);
        };
    }
}
