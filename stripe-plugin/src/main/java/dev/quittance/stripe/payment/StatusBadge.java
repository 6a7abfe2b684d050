package dev.quittance.stripe.payment;

import dev.quittance.api.ui.Badge;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestState;
import java.util.List;
import java.util.Locale;

/** The one word for how a request is doing. <em>Viewed</em> and <em>Failed</em> are not states but overlays on an open request. */
final class StatusBadge {
    private StatusBadge() {}

    /** The badge of a request with these payments and attempts, oldest first. */
    static Badge of(PaymentRequest request, List<Payment> payments, List<Attempt> attempts) {
        return switch (request.state()) {
            case DRAFT -> new Badge(Text.of("status.draft", "Draft"), Tone.NEUTRAL);
            case OPEN -> ofOpen(request, attempts);
            case PROCESSING -> new Badge(Text.of("status.processing", "Processing"), Tone.INFO);
            case PARTLY_PAID -> new Badge(Text.of("status.partly_paid", "Partly paid"), Tone.INFO);
            case PAID -> ofPaid(payments);
            case EXPIRED -> new Badge(Text.of("status.expired", "Expired"), Tone.NEUTRAL);
            case CANCELED -> new Badge(Text.of("status.canceled", "Canceled"), Tone.NEUTRAL);
            case CLOSED -> new Badge(Text.of("status.closed", "Closed"), Tone.NEUTRAL);
        };
    }

    /** The stable code of the badge, for programs. */
    static String code(PaymentRequest request, List<Attempt> attempts) {
        return request.state() == RequestState.OPEN && isFailed(attempts)
                ? "failed"
                : request.state().name().toLowerCase(Locale.ROOT);
    }

    private static Badge ofOpen(PaymentRequest request, List<Attempt> attempts) {
        if (request.isChanging()) {
            return new Badge(Text.of("status.changing", "Amount is changing"), Tone.NEUTRAL);
        }
        if (request.stopped().isPresent()) {
            return new Badge(Text.of("status.stopping", "Being withdrawn"), Tone.NEUTRAL);
        }
        if (isFailed(attempts)) {
            return new Badge(Text.of("status.failed", "Failed"), Tone.DANGER);
        }
        return request.viewedAt().isPresent()
                ? new Badge(Text.of("status.viewed", "Viewed"), Tone.INFO)
                : new Badge(Text.of("status.sent", "Sent"), Tone.NEUTRAL);
    }

    private static Badge ofPaid(List<Payment> payments) {
        if (payments.stream().anyMatch(payment -> payment.disputed().isPositive())) {
            return new Badge(Text.of("status.disputed", "Disputed"), Tone.DANGER);
        }
        List<Payment> kept =
                payments.stream().filter(payment -> !payment.isRefunded()).toList();
        if (!payments.isEmpty() && kept.isEmpty()) {
            return new Badge(Text.of("status.refunded", "Refunded"), Tone.NEUTRAL);
        }
        if (kept.stream().anyMatch(payment -> payment.refunded().isPositive())) {
            return new Badge(Text.of("status.partly_refunded", "Partly refunded"), Tone.INFO);
        }
        return kept.stream().anyMatch(Payment::overpaid)
                ? new Badge(Text.of("status.overpaid", "Paid twice"), Tone.WARNING)
                : new Badge(Text.of("status.paid", "Paid"), Tone.GOOD);
    }

    private static boolean isFailed(List<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return false;
        }
        Attempt latest = attempts.get(attempts.size() - 1);
        return latest.state() == AttemptState.FAILED || latest.lastDecline().isPresent();
    }
}
