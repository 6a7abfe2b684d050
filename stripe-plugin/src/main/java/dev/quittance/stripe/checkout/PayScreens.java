package dev.quittance.stripe.checkout;

import dev.quittance.api.record.OrgView;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Fact;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.payment.DeclineReason;
import dev.quittance.stripe.payment.Method;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.StopReason;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws what the customer sees: what is asked for, and what became of it. Says of every trouble whether anybody was charged. */
final class PayScreens {
    /** The form's id. */
    static final String FORM = "pay";

    /** The hidden field that says which amount the customer saw. Never trusted: a difference only shows the page anew. */
    static final String SHOWN = "shown";

    /** Stripe mostly knows within seconds. */
    private static final Duration AGAIN = Duration.ofSeconds(5);

    private final PaymentRequest request;
    private final OrgView org;

    PayScreens(PaymentRequest request, OrgView org) {
        this.request = request;
        this.org = org;
    }

    /** What is asked for, with the button. */
    Page toPay(boolean testMode, String lastDecline) {
        List<Block> blocks = head();
        if (testMode) {
            blocks.add(Block.callout(Tone.INFO, Text.of("pay.test_mode", "Test mode: no real money moves.")));
        }
        blocks.add(Block.ask(form(declined(lastDecline))));
        blocks.add(Block.paragraph(Text.of(
                "pay.where", "You pay on a secure page of Stripe. {0} never sees your card number.", org.name())));
        blocks.addAll(contact());
        return page(Text.of("pay.title", "Payment to {0}", org.name()), blocks);
    }

    /** The form with the button; with what to know before pressing it again. */
    Form form(Optional<Notice> notice) {
        Form form = new Form(
                FORM,
                Text.of("pay.form", "Pay now"),
                List.of(),
                List.of(Field.of(SHOWN, FieldType.HIDDEN, Text.plain("")).withValue(shown(request))),
                Text.of("pay.submit", "Pay {0}", request.amount()));
        return notice.map(form::withNotice).orElse(form);
    }

    /** The money came. */
    Page paid(Optional<Method> method) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.callout(Tone.GOOD, Text.of("pay.paid", "Paid. Thank you.")));
        blocks.add(new Block.Amount(request.amount(), Text.plain(request.description())));
        List<Fact> facts = new ArrayList<>();
        request.paidAt().ifPresent(when -> facts.add(new Fact(Text.of("pay.paid_on", "Paid on"), Cell.moment(when))));
        method.map(Method::label)
                .filter(label -> !label.isEmpty())
                .ifPresent(label -> facts.add(new Fact(Text.of("pay.paid_by", "Paid by"), Cell.plain(label))));
        facts.add(new Fact(Text.of("pay.number", "Number"), Cell.plain(request.number())));
        blocks.add(new Block.Facts(facts));
        blocks.add(Block.paragraph(Text.of("pay.receipt", "We send you a receipt by e-mail.")));
        blocks.addAll(contact());
        return page(Text.of("pay.paid.title", "Paid to {0}", org.name()), blocks);
    }

    /** The bank has it; where the office withdrew the request meanwhile, that is said too. */
    Page processing() {
        Page page = message(
                Tone.INFO,
                Text.of("pay.processing.title", "Your payment is on its way"),
                Text.of(
                        "pay.processing",
                        "Your bank is working on it. There is nothing more to do; we send you a receipt when it has arrived."));
        Text withdrawn = Text.of(
                "pay.processing.withdrawn",
                "{0} withdrew this request after you had paid. Do not pay again: they get in touch with you about the money.",
                org.name());
        return request.stopped().filter(StopReason::isWithdrawal).isPresent() ? withSecond(page, withdrawn) : page;
    }

    private Page withSecond(Page page, Text words) {
        List<Block> blocks = new ArrayList<>(page.blocks());
        blocks.add(1, Block.paragraph(words));
        return page(page.title(), blocks);
    }

    /** Nothing can be paid here any more. */
    Page closed() {
        return message(
                Tone.INFO,
                Text.of("pay.closed.title", "Nothing to pay here"),
                Text.of("pay.closed", "This request is no longer open. You have not been charged."));
    }

    /**
     * The office stopped it, and why.
     *
     * @param isOver whether nothing can come any more, so that it is certain that nobody was charged
     */
    Page stopped(StopReason reason, boolean isOver) {
        Text charged = isOver
                ? Text.of("pay.stopped.not_charged", "You have not been charged.")
                : Text.of("pay.stopped.just_now", "If you have just paid, {0} gets in touch with you.", org.name());
        return withSecond(message(Tone.INFO, Text.of("pay.closed.title", "Nothing to pay here"), why(reason)), charged);
    }

    private Text why(StopReason reason) {
        return switch (reason) {
            case INVOICE_VOIDED ->
                Text.of(
                        "pay.stopped.invoice_voided",
                        "This invoice was withdrawn by {0}. You don’t need to pay it.",
                        org.name());
            case DELETED, CLOSED, CANCELED ->
                Text.of(
                        "pay.stopped.withdrawn",
                        "This request was withdrawn by {0}. You don’t need to pay it.",
                        org.name());
            case CHANGED ->
                Text.of(
                        "pay.stopped.changed",
                        "{0} is changing what you are asked for. Look again in a minute.",
                        org.name());
            case REPLACED, NOTHING_LEFT ->
                Text.of("pay.stopped.nothing_left", "Nothing is left to pay here at the moment.");
        };
    }

    static String shown(PaymentRequest request) {
        return request.amount().toPlainDecimal() + " " + request.amount().currency();
    }

    /** The organisation cannot take payments now. */
    Page notReady() {
        return message(
                Tone.WARNING, Text.of("pay.not_ready.title", "Payment is not possible right now"), notReadyText());
    }

    Text notReadyText() {
        return Text.of(
                "pay.not_ready",
                "{0} cannot take card payments right now. You have not been charged. Try again later, or get in touch.",
                org.name());
    }

    /** Stripe does not say yet. */
    Page confirming() {
        return message(
                        Tone.INFO,
                        Text.of("pay.confirming.title", "We are confirming your payment"),
                        Text.of(
                                "pay.confirming",
                                "We are asking Stripe whether it went through. Do not pay again: you will not be asked twice, and we e-mail you."))
                .refreshedAfter(AGAIN);
    }

    /** What Stripe says does not fit what was asked: a person looks. */
    Page checking() {
        return message(
                Tone.WARNING,
                Text.of("pay.checking.title", "We are checking your payment"),
                Text.of(
                        "pay.checking",
                        "Something does not match, so a person looks at it. Do not pay again. Get in touch if you do not hear from us."));
    }

    /** The customer came back without having paid. */
    Page unfinished(URI payAddress) {
        List<Block> blocks = head();
        blocks.add(Block.callout(
                Tone.INFO, Text.of("pay.unfinished", "This payment was not finished. You have not been charged.")));
        blocks.add(Block.button(Text.of("pay.back", "Back to payment"), Target.address(payAddress)));
        blocks.addAll(contact());
        return page(Text.of("pay.title", "Payment to {0}", org.name()), blocks);
    }

    private Page message(Tone tone, Text title, Text words) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.callout(tone, words));
        blocks.addAll(head());
        blocks.addAll(contact());
        return page(title, blocks);
    }

    private List<Block> head() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Amount(request.amount(), Text.plain(request.description())));
        return blocks;
    }

    private List<Block> contact() {
        if (org.phone().isEmpty()) {
            return List.of();
        }
        return List.of(Block.paragraph(Text.of("pay.contact", "Questions? Call {0} on {1}.", org.name(), org.phone())));
    }

    private static Optional<Notice> declined(String code) {
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice(Tone.WARNING, DeclineReason.of(code).forCustomer()));
    }

    private Page page(Text title, List<Block> blocks) {
        return new Page(title, blocks, Optional.empty(), Optional.of(org.id()));
    }
}
