package dev.quittance.stripe.checkout;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.PluginContext;
import dev.quittance.api.screen.PublicCall;
import dev.quittance.api.screen.PublicPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.connection.Connection;
import dev.quittance.stripe.payment.Applied;
import dev.quittance.stripe.payment.Attempt;
import dev.quittance.stripe.payment.AttemptState;
import dev.quittance.stripe.payment.Method;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.PaymentState;
import dev.quittance.stripe.payment.Payments;
import dev.quittance.stripe.request.PayLinks;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestState;
import dev.quittance.stripe.request.RequestType;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/**
 * The customer's page. Opening it changes nothing and calls nobody, since scanners and previews open links too. The click starts
 * a checkout. The return from Stripe reads the session itself again and trusts nothing in the address. An address that is not
 * ours, was revoked, or names somebody else's session is as absent as one that never was.
 */
@Extension
public final class PayPage implements PublicPage {
    /** Longer than any id of Stripe's. */
    private static final int MAX_SESSION_ID_LENGTH = 255;

    private final PluginContext context;
    private final Checkouts checkouts;
    private final Checkouts.Services services;
    private final Payments payments;

    /** The page before these checkouts. */
    public PayPage(PluginContext context, Checkouts checkouts, Checkouts.Services services, Payments payments) {
        this.context = context;
        this.checkouts = checkouts;
        this.services = services;
        this.payments = payments;
    }

    @Override
    public String prefix() {
        return PayLinks.PREFIX;
    }

    @Override
    public Optional<Page> page(PublicCall call) {
        return PayAddress.find(call, services.requests().links())
                .flatMap(address -> address.isReturn() ? returned(address, call) : opened(address));
    }

    @Override
    public ActionResult submit(PublicCall call, Submission submission) {
        Optional<PayAddress> address = PayAddress.find(call, services.requests().links());
        Optional<PaymentRequest> request = address.flatMap(this::request);
        Optional<PayScreens> screens = request.flatMap(this::screens);
        if (address.isEmpty() || request.isEmpty() || screens.isEmpty()) {
            return ActionResult.absent();
        }
        return changed(address.get(), request.get(), submission).orElseGet(() -> started(address.get(), screens.get()));
    }

    /** Where the amount is not what was shown, the customer sees the new one first; behind an invoice's link it is looked at again. */
    private Optional<ActionResult> changed(PayAddress address, PaymentRequest shown, Submission submission) {
        if (shown.type() != RequestType.INVOICE) {
            String seen = submission.values().value(PayScreens.SHOWN);
            return seen.isEmpty() || seen.equals(PayScreens.shown(shown)) || !shown.isPayable()
                    ? Optional.empty()
                    : screens(shown).map(fresh -> again(fresh, amountChanged(shown)));
        }
        Optional<PaymentRequest> now = services.documents().renew(shown.org(), shown.record());
        if (now.isEmpty()) {
            return Optional.of(nothingToPay(address));
        }
        String amount = submission.values().value(PayScreens.SHOWN);
        boolean isSame = now.get().requestId().equals(shown.requestId())
                && (amount.isEmpty() || amount.equals(PayScreens.shown(shown)));
        return isSame ? Optional.empty() : screens(now.get()).map(fresh -> again(fresh, amountChanged(now.get())));
    }

    private ActionResult started(PayAddress address, PayScreens screens) {
        Start start = checkouts.start(address);
        return switch (start.kind()) {
            case GO -> ActionResult.leave(start.address().orElseThrow());
            case NOTHING_TO_PAY -> nothingToPay(address);
            case NOT_READY -> ActionResult.refused(new ErrorCode("not_ready", ErrorType.HOST), screens.notReadyText());
            case NOT_REACHED -> again(screens, notReached());
            case REFUSED -> ActionResult.refused(new ErrorCode("session_refused", ErrorType.STRIPE), refused());
        };
    }

    private Optional<Page> opened(PayAddress address) {
        return request(address).flatMap(request -> screens(request).map(screens -> draw(request, screens)));
    }

    private Page draw(PaymentRequest request, PayScreens screens) {
        return switch (request.state()) {
            case OPEN ->
                request.stopped()
                        .map(reason -> screens.stopped(reason, false))
                        .orElseGet(() -> toPay(request, screens));
            case PROCESSING -> screens.processing();
            case PAID, PARTLY_PAID -> screens.paid(method(request));
            case DRAFT, EXPIRED, CANCELED, CLOSED ->
                request.stopped().map(reason -> screens.stopped(reason, true)).orElseGet(screens::closed);
        };
    }

    private Page toPay(PaymentRequest request, PayScreens screens) {
        Optional<Connection> connection =
                services.connections().findLive(request.org()).filter(Connection::canCharge);
        return connection
                .map(c -> screens.toPay(!c.stripeAccount().livemode(), lastDecline(request)))
                .orElseGet(screens::notReady);
    }

    /** The customer is back from Stripe. Only the session that belongs to this address counts, and only as Stripe has it now. */
    private Optional<Page> returned(PayAddress address, PublicCall call) {
        String sessionId = call.query().getOrDefault("session_id", "");
        if (sessionId.isEmpty() || sessionId.length() > MAX_SESSION_ID_LENGTH) {
            return Optional.empty();
        }
        return services.attempts()
                .findBySession(address.link().org(), sessionId)
                .filter(attempt -> belongs(attempt, address))
                .flatMap(attempt -> afterReading(address, attempt));
    }

    /** The request behind an invoice's link may have been replaced since the customer left for Stripe. */
    private boolean belongs(Attempt attempt, PayAddress address) {
        Optional<PaymentRequest> linked = request(address);
        Optional<PaymentRequest> paid = services.requests().find(attempt.org(), attempt.requestId());
        return attempt.requestId().equals(address.link().requestId())
                || (linked.filter(request -> request.type() == RequestType.INVOICE)
                                .isPresent()
                        && paid.filter(request -> request.type() == RequestType.INVOICE)
                                .isPresent()
                        && linked.map(PaymentRequest::record).equals(paid.map(PaymentRequest::record)));
    }

    private Optional<Page> afterReading(PayAddress address, Attempt attempt) {
        boolean isSettled = attempt.state() == AttemptState.SUCCEEDED;
        Optional<Applied> applied =
                isSettled ? Optional.empty() : services.refresh().refresh(attempt);
        return services.requests()
                .find(attempt.org(), attempt.requestId())
                .flatMap(request -> screens(request).map(screens -> {
                    if (applied.filter(Applied::isQuarantined).isPresent()) {
                        return screens.checking();
                    }
                    if (request.state() == RequestState.OPEN
                            && request.stopped().isEmpty()) {
                        return applied.isPresent()
                                ? screens.unfinished(
                                        context.urls().publicPage(PayLinks.PREFIX, List.of(address.token())))
                                : screens.confirming();
                    }
                    return draw(request, screens);
                }));
    }

    private Optional<PaymentRequest> request(PayAddress address) {
        return services.requests().find(address.link().org(), address.link().requestId());
    }

    private Optional<PayScreens> screens(PaymentRequest request) {
        return context.records().findOrg(request.org()).map(org -> new PayScreens(request, org));
    }

    private Optional<Method> method(PaymentRequest request) {
        return payments.list(request.org(), List.of(request.requestId())).stream()
                .filter(payment -> payment.state() == PaymentState.SUCCEEDED)
                .findFirst()
                .map(Payment::method);
    }

    private String lastDecline(PaymentRequest request) {
        List<Attempt> attempts = services.attempts().list(request.org(), List.of(request.requestId()));
        return attempts.isEmpty()
                ? ""
                : attempts.get(attempts.size() - 1).lastDecline().code();
    }

    private ActionResult nothingToPay(PayAddress address) {
        return ActionResult.done(
                Text.of("pay.nothing", "Nothing was charged just now."),
                Target.address(context.urls().publicPage(PayLinks.PREFIX, List.of(address.token()))));
    }

    private static ActionResult again(PayScreens screens, Text words) {
        return ActionResult.again(screens.form(Optional.of(new Notice(Tone.WARNING, words))));
    }

    private static Text amountChanged(PaymentRequest now) {
        return Text.of(
                "pay.amount_changed",
                "The amount has changed: {0} is left to pay. You have not been charged. Look at it, then go on.",
                now.amount());
    }

    private static Text notReached() {
        return Text.of(
                "pay.not_reached",
                "The payment page cannot be reached right now. You have not been charged. Try again in a moment.");
    }

    private static Text refused() {
        return Text.of(
                "pay.refused",
                "The payment page could not be opened. You have not been charged. Get in touch with whoever asked you to pay.");
    }
}
