package dev.quittance.stripe.payout;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.ConnectionState;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.payment.PaymentsList;
import dev.quittance.stripe.payout.BalanceMarks.Mark;
import dev.quittance.stripe.storage.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** What Stripe pays out, when it is expected at the bank, and what each payout consists of. Shows what was last read; changes nothing. */
@Extension
public final class PayoutsPage implements SettingsPage {
    static final String ID = "payouts";

    /** Before the id of a payout after which the list goes on. */
    static final String FROM = "from/";

    private static final int PAYOUTS = 20;
    private static final int ROWS = 50;

    private final Database database;
    private final Connections connections;
    private final PayoutRepository payouts = new PayoutRepository();
    private final MovementRepository movements = new MovementRepository();
    private final BalanceMarks marks = new BalanceMarks();

    /** The page over these. */
    public PayoutsPage(Database database, Connections connections) {
        this.database = database;
        this.connections = connections;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Text label() {
        return Text.of("payouts.label", "Payouts");
    }

    @Override
    public String permission() {
        return PaymentsList.PAYOUTS;
    }

    @Override
    public Page page(Actor actor) {
        return page(actor, "");
    }

    @Override
    public Page page(Actor actor, String part) {
        List<Block> blocks = new ArrayList<>();
        if (part.isEmpty() || part.startsWith(FROM)) {
            list(actor, part.isEmpty() ? "" : part.substring(FROM.length()), blocks);
        } else {
            int slash = part.indexOf('/');
            String payoutId = slash < 0 ? part : part.substring(0, slash);
            one(actor, payoutId, slash < 0 ? "" : part.substring(slash + 1), blocks);
        }
        return new Page(Text.of("payouts.title", "Payouts"), blocks, Optional.empty(), Optional.of(actor.org()));
    }

    private void list(Actor actor, String afterId, List<Block> blocks) {
        Optional<Connection> live = connections.findLive(actor.org());
        blocks.addAll(state(actor, live));
        Optional<Payout> after =
                afterId.isEmpty() ? Optional.empty() : database.read(sql -> payouts.find(sql, actor.org(), afterId));
        List<Payout> found = afterId.isEmpty() || after.isPresent()
                ? database.read(sql -> payouts.list(sql, actor.org(), after, PAYOUTS + 1))
                : List.of();
        List<Payout> shown = found.subList(0, Math.min(found.size(), PAYOUTS));
        if (shown.stream().anyMatch(payout -> payout.state().equals(Payout.FAILED))) {
            blocks.add(Block.callout(
                    Tone.DANGER,
                    Text.of(
                            "payouts.failed",
                            "A payout came back from the bank. The money is at Stripe again, and no customer was charged. Check the bank "
                                    + "account in Stripe; Stripe sends it anew once that is right.")));
        }
        List<PayoutSummary> summaries = new ArrayList<>();
        for (Payout payout : shown) {
            summaries.add(database.read(sql -> PayoutSummary.of(
                    payout,
                    payouts.listShares(sql, actor.org(), payout.id()),
                    payouts.countDifferent(sql, actor.org(), payout.id()))));
        }
        Optional<String> next = found.size() > PAYOUTS
                ? Optional.of(FROM + shown.get(shown.size() - 1).id())
                : Optional.empty();
        blocks.add(PayoutLists.payouts(summaries, next));
    }

    /** What stands in the way of reading Stripe's balance. */
    private List<Block> state(Actor actor, Optional<Connection> live) {
        if (live.isEmpty()) {
            return List.of(
                    Block.paragraph(
                            Text.of(
                                    "payouts.not_connected",
                                    "Stripe is not connected, so nothing is paid out. An administrator can connect it in the settings.")));
        }
        if (live.get().state() == ConnectionState.NEEDS_RECONNECT) {
            return List.of(Block.callout(
                    Tone.WARNING,
                    Text.of(
                            "payouts.key_refused",
                            "Stripe no longer takes the key, so this shows what was read before. Ask an administrator to replace it in the "
                                    + "settings.")));
        }
        Optional<Mark> mark =
                database.read(sql -> marks.find(sql, actor.org(), live.get().connectionId()));
        return mark.map(PayoutsPage::problem)
                .orElse(List.of(Block.paragraph(
                        Text.of("payouts.not_read", "Stripe’s payouts are read every hour; they were not read yet."))));
    }

    private static List<Block> problem(Mark mark) {
        return switch (mark.problem()) {
            case Mark.NOT_ALLOWED ->
                List.of(
                        Block.callout(
                                Tone.WARNING,
                                Text.of(
                                        "payouts.not_allowed",
                                        "The key may not read what Stripe pays out. Payments are taken as before. In Stripe, allow this key to read "
                                                + "Balance, Balance transaction sources and Payouts; this page follows within the hour.")));
            case Mark.UNREADABLE ->
                List.of(Block.callout(
                        Tone.INFO,
                        Text.of(
                                "payouts.unreadable",
                                "Stripe could not be read at the last look, so this is as of {0}. It is tried again by itself.",
                                mark.seenUntil())));
            default -> List.of();
        };
    }

    private void one(Actor actor, String payoutId, String after, List<Block> blocks) {
        Optional<Payout> found = database.read(sql -> payouts.find(sql, actor.org(), payoutId));
        if (found.isEmpty()) {
            blocks.add(Block.paragraph(Text.of("payouts.none", "There is no such payout.")));
        }
        found.ifPresent(payout -> describe(actor, payout, after, blocks));
        blocks.add(Block.button(Text.of("payouts.all", "See all payouts"), Target.page(ID)));
    }

    private void describe(Actor actor, Payout payout, String after, List<Block> blocks) {
        PayoutSummary summary = database.read(sql -> PayoutSummary.of(
                payout,
                payouts.listShares(sql, actor.org(), payout.id()),
                payouts.countDifferent(sql, actor.org(), payout.id())));
        blocks.addAll(summary.blocks());
        List<Movement> found = database.read(sql -> movements.listOf(sql, actor.org(), payout.id(), after, ROWS + 1));
        List<Movement> shown = found.subList(0, Math.min(found.size(), ROWS));
        Optional<String> next = found.size() > ROWS
                ? Optional.of(payout.id() + "/" + shown.get(shown.size() - 1).id())
                : Optional.empty();
        blocks.add(PayoutLists.rows(shown, next));
    }

    @Override
    public ActionResult submit(String formId, Submission submission, Actor actor) {
        return ActionResult.absent();
    }
}
