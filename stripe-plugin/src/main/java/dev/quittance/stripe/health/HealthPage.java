package dev.quittance.stripe.health;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.connection.Connections;
import dev.quittance.stripe.connection.EndpointCare;
import dev.quittance.stripe.hold.HoldBlocks;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationReview;
import dev.quittance.stripe.operation.OperationState;
import dev.quittance.stripe.payout.BalanceAccess;
import dev.quittance.stripe.watch.Watch;
import dev.quittance.stripe.webhook.Inbox;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pf4j.Extension;

/** How the line to Stripe fares, and what an admin can do about it. */
@Extension
public final class HealthPage implements SettingsPage {
    private static final String PERMISSION = "stripe-payments.settings";

    private final Services services;

    /**
     * What the page stands on.
     *
     * @param connections which account
     * @param care the address of the webhooks
     * @param inbox the events
     * @param calls the calls to Stripe
     * @param tests has Stripe tell us something
     * @param watch what is watched
     * @param clock what time it is
     * @param balances whether the key may read what was paid out
     * @param holds what is held, and how that ends
     */
    public record Services(
            Connections connections,
            EndpointCare care,
            Inbox inbox,
            OperationReview calls,
            TestEvents tests,
            Watch watch,
            Clock clock,
            BalanceAccess balances,
            HoldBlocks holds) {}

    /** The page over these services. */
    public HealthPage(Services services) {
        this.services = services;
    }

    @Override
    public String id() {
        return "health";
    }

    @Override
    public Text label() {
        return Text.of("health.label", "Line to Stripe");
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public Page page(Actor actor) {
        List<Block> blocks = new ArrayList<>(services.holds().blocks(actor));
        Optional<Connection> live = services.connections().findLive(actor.org());
        if (live.isEmpty()) {
            blocks.add(Block.paragraph(Text.of(
                    "health.none",
                    "Stripe is not connected, so nothing comes and nothing goes. Connect it in the settings.")));
        }
        live.filter(connection -> services.balances().isForbidden(actor.org(), connection.connectionId()))
                .ifPresent(connection -> blocks.add(Block.callout(
                        Tone.WARNING,
                        Text.of(
                                "health.balance_not_allowed",
                                "The key may not read what Stripe pays out. Payments are taken as before, but fees, payouts and differences "
                                        + "may stay unknown. In Stripe, allow this key to read Balance, Balance transaction sources and "
                                        + "Payouts."))));
        live.ifPresent(connection -> services.care()
                .findEndpointId(actor.org(), connection.connectionId())
                .ifPresent(endpointId -> describe(connection, endpointId, blocks)));
        blocks.add(HealthLists.watched(
                services.watch().read(actor.org()), services.clock().instant()));
        HealthLists.events(services.inbox().listStuck(actor.org()), blocks);
        HealthLists.calls(services.calls().listOpen(actor.org()), blocks);
        return new Page(Text.of("health.title", "Line to Stripe"), blocks, Optional.empty(), Optional.of(actor.org()));
    }

    private void describe(Connection connection, String endpointId, List<Block> blocks) {
        HealthFacts facts = new HealthFacts(
                connection, services.inbox().health(connection.stripeAccount().org(), endpointId));
        blocks.addAll(facts.warnings());
        blocks.add(facts.block());
        blocks.add(lastTest(connection));
        blocks.add(Block.ask(HealthLists.testForm()));
        blocks.add(Block.ask(HealthLists.repairForm()));
    }

    private Block lastTest(Connection connection) {
        Optional<Operation> made = services.calls()
                .findLatest(connection.stripeAccount().org(), TestEvents.MADE)
                .filter(operation -> !operation.stripeObjectId().isEmpty());
        if (made.isEmpty()) {
            return Block.paragraph(Text.of("health.test.never", "No test event was sent yet."));
        }
        boolean arrived = services.inbox()
                .findToldAbout(made.get().org(), made.get().stripeObjectId())
                .isPresent();
        return arrived
                ? Block.callout(
                        Tone.GOOD,
                        Text.of("health.test.arrived", "The last test event came back from Stripe, and was believed."))
                : Block.callout(
                        Tone.WARNING,
                        Text.of(
                                "health.test.missing",
                                "The last test event has not come back. Wait some seconds and open this page again. If it does not "
                                        + "come, repair the endpoint; until then payments are looked up every minute."));
    }

    @Override
    public ActionResult submit(String formId, Submission submission, Actor actor) {
        if (!actor.may(PERMISSION)) {
            return ActionResult.absent();
        }
        String chosen = submission.values().value(HealthLists.CHOICE);
        return switch (formId) {
            case HealthLists.TEST -> test(actor);
            case HealthLists.REPAIR -> repair(actor);
            case HealthLists.REPLAY -> replay(chosen, actor);
            case HealthLists.DISMISS -> dismiss(chosen, actor);
            case HealthLists.SETTLE -> settle(chosen, actor);
            default -> services.holds().submit(formId, submission, actor).orElseGet(ActionResult::absent);
        };
    }

    private ActionResult test(Actor actor) {
        boolean sent = services.connections()
                .findLive(actor.org())
                .map(connection -> services.tests().send(connection.stripeAccount()))
                .orElse(false);
        return sent
                ? ActionResult.done(Text.of(
                        "health.test.sent",
                        "Stripe was asked for a test event. Nobody was charged. This page says when it has come."))
                : ActionResult.refused(
                        new ErrorCode("test_event_not_sent", ErrorType.STRIPE),
                        Text.of(
                                "health.test.not_sent",
                                "Stripe could not be asked for a test event now. Nobody was charged. Try again in a minute."));
    }

    private ActionResult repair(Actor actor) {
        Optional<Operation> after = services.connections()
                .findLive(actor.org())
                .flatMap(connection -> services.care().repair(connection.stripeAccount(), actor.userId()));
        OperationState state = after.map(Operation::state).orElse(OperationState.UNKNOWN);
        return switch (state) {
            case ACCEPTED ->
                ActionResult.done(
                        Text.of(
                                "health.repair.done",
                                "Stripe has a new endpoint with a new secret. Events that were signed with the old one count for another day."));
            case PREPARED, SENT, UNKNOWN ->
                ActionResult.done(
                        Text.of(
                                "health.repair.waiting",
                                "Stripe has not answered yet. The endpoint is registered as soon as it does; payments are looked up meanwhile."));
            case DECLINED, REFUSED, QUARANTINED, ABSENT ->
                ActionResult.refused(
                        new ErrorCode("endpoint_refused", ErrorType.STRIPE),
                        Text.of(
                                "health.repair.refused",
                                "Stripe does not take this address ({0}), so payments are looked up every minute instead. Nothing is lost. "
                                        + "Webhooks need an https address that Stripe can reach.",
                                after.map(Operation::errorCode).orElse("")));
        };
    }

    private ActionResult replay(String key, Actor actor) {
        return services.inbox().replay(actor.org(), key, actor.userId())
                ? ActionResult.done(Text.of(
                        "health.replay.done",
                        "The event is tried again. What it brings is booked once, however often it is tried."))
                : ActionResult.refused(
                        new ErrorCode("event_not_stuck", ErrorType.USER),
                        Text.of("health.replay.gone", "This event is not stuck any more. Nothing was changed."));
    }

    private ActionResult dismiss(String key, Actor actor) {
        return services.inbox().dismiss(actor.org(), key, actor.userId())
                ? ActionResult.done(Text.of(
                        "health.dismiss.done",
                        "Noted: nothing comes of this event. Nothing was booked and nobody was charged."))
                : ActionResult.refused(
                        new ErrorCode("event_not_stuck", ErrorType.USER),
                        Text.of("health.replay.gone", "This event is not stuck any more. Nothing was changed."));
    }

    private ActionResult settle(String id, Actor actor) {
        boolean known = services.calls().listOpen(actor.org()).stream()
                .anyMatch(operation -> operation.operationId().toString().equals(id));
        return known && services.calls().settle(actor.org(), UUID.fromString(id), actor.userId())
                ? ActionResult.done(
                        Text.of("health.settle.done", "Noted: you have looked at this call. Nothing was sent."))
                : ActionResult.refused(
                        new ErrorCode("call_not_open", ErrorType.USER),
                        Text.of("health.settle.gone", "Nobody needs to look at this call any more. Nothing was sent."));
    }
}
