package dev.quittance.stripe.sweep;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.gateway.SessionReading;
import dev.quittance.stripe.gateway.StripeAccount;
import dev.quittance.stripe.gateway.StripeGateway;
import dev.quittance.stripe.payment.Discrepancies.Decided;
import dev.quittance.stripe.payment.Discrepancy;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pf4j.Extension;

/** Where Stripe and the books disagree, for somebody to attach or to ignore. */
@Extension
public final class DiscrepancyPage implements SettingsPage {
    private static final String PERMISSION = "stripe-payments.settings";

    /** A few words. */
    private static final int MOST_CHARACTERS = 500;

    private final StripeGateway gateway;
    private final Connections connections;
    private final Requests requests;
    private final Payments payments;

    /** The page over these. */
    public DiscrepancyPage(StripeGateway gateway, Connections connections, Requests requests, Payments payments) {
        this.gateway = gateway;
        this.connections = connections;
        this.requests = requests;
        this.payments = payments;
    }

    @Override
    public String id() {
        return "discrepancies";
    }

    @Override
    public Text label() {
        return Text.of("discrepancies.label", "Differences from Stripe");
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public Page page(Actor actor) {
        List<Discrepancy> open = payments.discrepancies().listOpen(actor.org());
        List<Block> blocks = new ArrayList<>();
        blocks.add(DiscrepancyForms.list(open));
        if (!open.isEmpty()) {
            blocks.add(Block.ask(DiscrepancyForms.ignore(open)));
        }
        open.stream()
                .filter(Discrepancy::isAttachable)
                .findFirst()
                .ifPresent(first -> blocks.add(attachable(actor, first)));
        return new Page(
                Text.of("discrepancies.title", "Differences from Stripe"),
                blocks,
                Optional.empty(),
                Optional.of(actor.org()));
    }

    /** One after the other: which requests fit depends on what is attached. */
    private Block attachable(Actor actor, Discrepancy discrepancy) {
        List<PaymentRequest> fitting = read(actor, discrepancy)
                .map(reading -> requests.listUnpaid(actor.org(), reading.amountTotal()))
                .orElse(List.of());
        return fitting.isEmpty()
                ? Block.paragraph(Text.of(
                        "discrepancies.nothing_fits",
                        "{0}: no request here asks for just this amount, or Stripe cannot be read now. Request the same amount on the "
                                + "right record to attach it there, or ignore it.",
                        discrepancy.stripeObjectId()))
                : Block.ask(DiscrepancyForms.attach(discrepancy, fitting));
    }

    private Optional<SessionReading> read(Actor actor, Discrepancy discrepancy) {
        return account(actor)
                .flatMap(account ->
                        gateway.session(account, discrepancy.stripeObjectId()).answer());
    }

    private Optional<StripeAccount> account(Actor actor) {
        return connections.findLive(actor.org()).map(Connection::stripeAccount);
    }

    @Override
    public ActionResult submit(String formId, Submission submission, Actor actor) {
        if (!actor.may(PERMISSION)) {
            return ActionResult.absent();
        }
        Optional<Discrepancy> chosen = payments.discrepancies().listOpen(actor.org()).stream()
                .filter(one -> one.discrepancyId()
                        .toString()
                        .equals(submission.values().value(DiscrepancyForms.WHICH)))
                .findFirst();
        if (chosen.isEmpty()) {
            return gone();
        }
        String reason = submission.values().value(DiscrepancyForms.REASON).strip();
        if (reason.isEmpty() || reason.length() > MOST_CHARACTERS) {
            return ActionResult.refused(
                    new ErrorCode("reason_missing", ErrorType.USER),
                    Text.of(
                            "discrepancies.reason_missing",
                            "Say in a few words why you decide so. Nothing was booked and nobody was charged."));
        }
        Decided decided = new Decided(actor.userId(), reason);
        return switch (formId) {
            case DiscrepancyForms.IGNORE -> ignore(chosen.get(), actor, decided);
            case DiscrepancyForms.ATTACH ->
                attach(chosen.get(), submission.values().value(DiscrepancyForms.REQUEST), actor, decided);
            default -> ActionResult.absent();
        };
    }

    private ActionResult ignore(Discrepancy discrepancy, Actor actor, Decided decided) {
        return payments.discrepancies().ignore(actor.org(), discrepancy.discrepancyId(), decided)
                ? ActionResult.done(Text.of(
                        "discrepancies.ignored",
                        "Noted: you have compared it with Stripe. Nothing was booked and nobody was charged."))
                : gone();
    }

    private ActionResult attach(Discrepancy discrepancy, String requestId, Actor actor, Decided decided) {
        Optional<SessionReading> reading = read(actor, discrepancy);
        Optional<UUID> request = reading.stream()
                .flatMap(one -> requests.listUnpaid(actor.org(), one.amountTotal()).stream())
                .map(PaymentRequest::requestId)
                .filter(id -> id.toString().equals(requestId))
                .findFirst();
        boolean booked = request.isPresent()
                && payments.attach(
                        account(actor).orElseThrow(),
                        reading.orElseThrow(),
                        discrepancy.discrepancyId(),
                        request.get(),
                        decided);
        return booked
                ? ActionResult.done(
                        Text.of(
                                "discrepancies.attached",
                                "The payment is booked on the request you chose, and the customer gets a receipt. Nobody was charged again."))
                : ActionResult.refused(
                        new ErrorCode("does_not_fit", ErrorType.USER),
                        Text.of(
                                "discrepancies.does_not_fit",
                                "This was not booked: it is not paid at Stripe, Stripe cannot be read now, or the request asks for "
                                        + "another amount. Nobody was charged."));
    }

    private static ActionResult gone() {
        return ActionResult.refused(
                new ErrorCode("decided_already", ErrorType.USER),
                Text.of("discrepancies.gone", "Somebody has decided this already. Nothing was booked now."));
    }
}
