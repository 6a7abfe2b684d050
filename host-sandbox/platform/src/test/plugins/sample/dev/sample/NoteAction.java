package dev.sample;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.PluginContext;
import dev.quittance.api.PluginException;
import dev.quittance.api.host.Bearer;
import dev.quittance.api.host.MailMessage;
import dev.quittance.api.host.Notification;
import dev.quittance.api.host.OutgoingException;
import dev.quittance.api.host.OutgoingRequest;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
import dev.quittance.api.payment.PaymentDraft;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RecordAction;
import dev.quittance.api.ui.*;
import java.net.URI;
import java.time.Duration;
import java.util.*;
import org.pf4j.Extension;

@Extension
public final class NoteAction implements RecordAction {
    private final PluginContext context;
    private final Notes notes;

    NoteAction(PluginContext context, Notes notes) {
        this.context = context;
        this.notes = notes;
    }

    @Override public String id() { return "write"; }
    @Override public Set<String> objects() { return Set.of("project"); }
    @Override public Text label() { return Text.of("action.label", "Write"); }
    @Override public String permission() { return "sample.write"; }

    @Override
    public Optional<Form> form(RecordRef record, FormValues given, Actor actor) {
        if (record.id().equals("empty")) {
            return Optional.empty();
        }
        String kind = given.value("kind").isEmpty() ? "short" : given.value("kind");
        return Optional.of(new Form("write", Text.plain("Write <b>here</b>"), List.of(new Notice(Tone.INFO, Text.plain("Mind & matter"))),
                List.of(
                        Field.of("kind", FieldType.CHOICE, Text.plain("Kind")).withValue(kind).withChoices(List.of(
                                Choice.of("short", Text.plain("Short")), Choice.of("long", Text.plain("Long")))),
                        Field.money("amount", Text.plain("Amount"), "EUR").withValue(kind.equals("long") ? "2000.00" : "10.00").asRequired(),
                        Field.of("share", FieldType.PERCENT, Text.plain("Share")).withValue("12.5"),
                        Field.of("what", FieldType.TEXT, Text.plain("What")).withHelp(Text.plain("A word")),
                        Field.of("to", FieldType.EMAIL, Text.plain("To")).withValue(given.value("to")),
                        Field.of("more", FieldType.MULTILINE, Text.plain("More")),
                        Field.of("key", FieldType.SECRET, Text.plain("Key")).withValue("never-shown"),
                        Field.of("sure", FieldType.TOGGLE, Text.plain("Sure")),
                        Field.of("trace", FieldType.HIDDEN, Text.plain("")).withValue("t1")),
                Text.plain("Write it")));
    }

    @Override
    public ActionResult submit(RecordRef record, Submission submission, Actor actor) {
        FormValues values = submission.values();
        String org = actor.org().value();
        switch (values.value("what")) {
            case "again":
                return ActionResult.again(form(record, FormValues.none(), actor).orElseThrow()
                        .answered(values, Map.of("what", Text.plain("Another word, please")))
                        .withField(Field.of("sure", FieldType.TOGGLE, Text.plain("Really"))));
            case "refuse":
                return ActionResult.refused(new ErrorCode("not_today", ErrorType.USER), Text.plain("Not today. Nothing was charged."));
            case "leave":
                return ActionResult.leave(URI.create("https://pay.sample.test/c/1?a=b#c"));
            case "stray":
                return ActionResult.leave(URI.create("https://evil.test/"));
            case "absent":
                return ActionResult.absent();
            case "boom":
                throw new IllegalStateException("secret detail of the crash");
            case "error":
                throw new NoClassDefFoundError("dev.missing.Thing");
            case "told":
                throw new PluginException(new ErrorCode("stripe_down", ErrorType.STRIPE), Text.plain("Stripe is away. Nothing was charged. Try again."));
            case "mail":
                return ActionResult.done(Text.plain(mail(values, actor)));
            case "notify":
                context.notifications().notify(new Notification("n1", actor.org(), "sample.view", Tone.GOOD,
                        Text.of("amount.said", "", 1L, Money.of(100, "EUR")), Target.page("settings")));
                return ActionResult.done(Text.plain("told"));
            case "call":
                return ActionResult.done(Text.plain(call(values, actor)));
            case "jobs":
                context.jobs().runAt("keyed", "k1", context.clock().instant().plusSeconds(3600));
                context.jobs().runSoon("keyed", "k1");
                context.jobs().runSoon("keyed", "fail1");
                return ActionResult.done(Text.plain("asked"));
            case "hooks":
                return ActionResult.done(Text.plain(hooks(actor)));
            default:
                boolean fresh = notes.put(submission.key(), org, values.value("what") + "|" + values.value("amount") + "|"
                        + values.value("share") + "|" + values.value("trace") + "|" + values.isOn("sure"));
                return ActionResult.done(Text.plain(fresh ? "Written" : "Written before"), Target.record(record));
        }
    }

    private String mail(FormValues values, Actor actor) {
        return context.mail().send(new MailMessage("mail-" + values.value("trace"), actor.org(), values.value("more"), "Dana", Locale.US,
                Text.of("amount.said", "", 2L, Money.of(600000, "USD")),
                List.of(Block.paragraph(Text.plain("Hello <Dana>")),
                        new Block.Amount(Money.of(600000, "USD"), Text.plain("Deposit")),
                        Block.facts(new Fact(Text.plain("Paid by"), Cell.plain("Visa 4242"))),
                        Block.callout(Tone.GOOD, Text.plain("Thank you")),
                        Block.button(Text.plain("See it"), Target.address(context.urls().publicPage("see", List.of("a b"))))))).kind().name();
    }

    private String call(FormValues values, Actor actor) {
        Sealed sealed = context.secrets().sealText(actor.org(), "key/1", values.value("key"));
        try {
            return "status " + context.outgoing().send(new OutgoingRequest("POST", URI.create(values.value("more")),
                    Map.of("X-Sample", "1", "Content-Length", "7"), Optional.of(new Bearer(actor.org(), "key/1", sealed)),
                    "a=b".getBytes(), Duration.ofSeconds(3))).status();
        } catch (OutgoingException e) {
            return e.isNotSent() ? "not sent" : "no answer";
        }
    }

    private String hooks(Actor actor) {
        PaymentDraft draft = context.paymentHooks().contribute(PaymentDraft.of(actor.org(), RecordRef.project("1"), "c1", Money.of(100, "EUR")));
        String objections = context.paymentHooks().check(draft).toString();
        context.paymentHooks().publish(new PaymentEvent(
                "e" + context.ids().next(), "paid", actor.org(), RecordRef.project("1"), "r1", Money.of(100, "EUR"), context.clock().instant(), Map.of()));
        return draft.metadata() + " " + draft.receiptLines() + " " + objections;
    }
}
