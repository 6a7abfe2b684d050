package dev.quittance.stripe.connection;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Fact;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pf4j.Extension;

/** The page on which an admin connects Stripe, sees how it stands, and disconnects. */
@Extension
final class ConnectionSettings implements SettingsPage {
    private static final String PERMISSION = "stripe-payments.settings";
    private static final String CONNECT = "connect";
    private static final String DISCONNECT = "disconnect";
    private static final String KEY = "secretKey";
    private static final String CONFIRM = "confirm";

    private final Connections connections;

    ConnectionSettings(Connections connections) {
        this.connections = connections;
    }

    @Override
    public String id() {
        return "settings";
    }

    @Override
    public Text label() {
        return Text.of("settings.label", "Stripe");
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public Page page(Actor actor) {
        List<Block> blocks = new ArrayList<>();
        Optional<Connection> live = connections.findLive(actor.org());
        if (live.isPresent()) {
            describe(live.get(), blocks);
        } else {
            blocks.add(
                    Block.paragraph(
                            Text.of(
                                    "settings.none",
                                    "Stripe is not connected yet, so no payments can be requested. Connect your Stripe account with its secret "
                                            + "key: in Stripe, open Developers, then API keys. A restricted key is enough and safer.")));
        }
        blocks.add(Block.ask(connectForm(live)));
        live.ifPresent(connection -> blocks.add(Block.ask(disconnectForm(connection))));
        return new Page(
                Text.of("settings.title", "Stripe connection"), blocks, Optional.empty(), Optional.of(actor.org()));
    }

    @Override
    public ActionResult submit(String formId, Submission submission, Actor actor) {
        if (!actor.may(PERMISSION)) {
            return ActionResult.absent();
        }
        return switch (formId) {
            case CONNECT -> connect(submission, actor);
            case DISCONNECT -> disconnect(submission, actor);
            default -> ActionResult.absent();
        };
    }

    private ActionResult connect(Submission submission, Actor actor) {
        ConnectResult result =
                connections.connect(actor.org(), submission.values().value(KEY), actor.userId());
        return result.fold(
                connected -> ActionResult.done(Text.of(
                        "settings.connected",
                        "Connected to {0}.",
                        connected.connection().accountName())),
                not -> ActionResult.again(connectForm(connections.findLive(actor.org()))
                        .answered(submission.values(), Map.of(KEY, not.reason()))));
    }

    private ActionResult disconnect(Submission submission, Actor actor) {
        Optional<Connection> live = connections.findLive(actor.org());
        if (live.isEmpty()) {
            return ActionResult.done(Text.of("settings.disconnected", "Stripe is disconnected."));
        }
        if (!submission.values().isOn(CONFIRM)) {
            return ActionResult.again(disconnectForm(live.get())
                    .answered(
                            submission.values(),
                            Map.of(CONFIRM, Text.of("settings.confirm.error", "Tick the box to disconnect."))));
        }
        connections.disconnect(actor.org(), live.get().connectionId(), actor.userId());
        return ActionResult.done(Text.of("settings.disconnected", "Stripe is disconnected."));
    }

    private static void describe(Connection connection, List<Block> blocks) {
        if (connection.state() == ConnectionState.NEEDS_RECONNECT) {
            blocks.add(Block.callout(
                    Tone.DANGER,
                    Text.of(
                            "settings.reconnect",
                            "Stripe no longer takes the key ({0}), so nobody can pay. Nothing is lost: paste a current key of the "
                                    + "same account below, and everything goes on.",
                            connection.stateReason())));
        } else if (!connection.chargesEnabled()) {
            blocks.add(Block.callout(
                    Tone.WARNING,
                    Text.of(
                            "settings.charges_off",
                            "Stripe does not let this account take payments yet. Sign in to Stripe and finish what it asks for, "
                                    + "then paste the key again to check.")));
        }
        blocks.add(Block.facts(
                new Fact(Text.of("settings.account", "Account"), Cell.plain(connection.accountName())),
                new Fact(
                        Text.of("settings.account_id", "Account id"),
                        Cell.plain(connection.stripeAccount().stripeAccountId())),
                new Fact(Text.of("settings.mode", "Mode"), mode(connection)),
                new Fact(Text.of("settings.key", "Key"), Cell.plain(connection.keyHint())),
                new Fact(Text.of("settings.since", "Connected"), Cell.moment(connection.connectedAt())),
                new Fact(Text.of("settings.webhooks", "Webhooks"), webhooks(connection))));
    }

    private static Cell mode(Connection connection) {
        return Cell.words(
                connection.stripeAccount().livemode()
                        ? Text.of("settings.mode.live", "Live")
                        : Text.of("settings.mode.test", "Test: no real money moves"));
    }

    private static Cell webhooks(Connection connection) {
        return Cell.words(
                connection.webhooksOn()
                        ? Text.of("settings.webhooks.on", "On: payments show within seconds")
                        : Text.of(
                                "settings.webhooks.off",
                                "No webhooks: Stripe cannot reach this address, so we look ourselves every minute"));
    }

    private static Form connectForm(Optional<Connection> live) {
        Field key = Field.of(KEY, FieldType.SECRET, Text.of("settings.key.label", "Secret key"))
                .asRequired()
                .withHelp(Text.of(
                        "settings.key.help",
                        "Starts with sk_test_ or rk_test_. It is encrypted and never shown again."));
        Text title = live.isPresent()
                ? Text.of("settings.replace.title", "Replace the key")
                : Text.of("settings.connect.title", "Connect Stripe");
        Text submit = live.isPresent()
                ? Text.of("settings.replace.submit", "Replace key")
                : Text.of("settings.connect.submit", "Connect Stripe");
        return new Form(CONNECT, title, List.of(), List.of(key), submit);
    }

    private static Form disconnectForm(Connection connection) {
        Field confirm = Field.of(
                        CONFIRM,
                        FieldType.TOGGLE,
                        Text.of(
                                "settings.confirm.label",
                                "Disconnect {0}: open payment links stop working",
                                connection.accountName()))
                .asRequired();
        return new Form(
                DISCONNECT,
                Text.of("settings.disconnect.title", "Disconnect Stripe"),
                List.of(),
                List.of(confirm),
                Text.of("settings.disconnect.submit", "Disconnect Stripe"));
    }
}
