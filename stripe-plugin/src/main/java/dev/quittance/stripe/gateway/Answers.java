package dev.quittance.stripe.gateway;

import com.stripe.exception.StripeException;
import com.stripe.model.StripeError;
import com.stripe.net.StripeResponse;
import dev.quittance.api.host.OutgoingException;
import org.jspecify.annotations.Nullable;

/** What an answer of Stripe, or the lack of one, says about whether the call was carried out. */
final class Answers {
    private Answers() {}

    /** A call of Stripe's library. */
    interface Call<T> {
        Reply<T> run() throws StripeException;
    }

    /** What a call gave, and Stripe's id of it. */
    record Reply<T>(T value, @Nullable String requestId) {
        static <T> Reply<T> of(T value, @Nullable StripeResponse response) {
            return new Reply<>(value, response == null ? null : response.requestId());
        }
    }

    static <T> Outcome<T> of(Call<T> call) {
        try {
            Reply<T> reply = call.run();
            return new Outcome.Accepted<>(reply.value(), text(reply.requestId()));
        } catch (StripeException e) {
            return failed(e);
        } catch (RuntimeException e) {
            // The library and the readings throw a dozen kinds at an answer that is not Stripe's JSON: a proxy's page,
            // half a
            // body. Stripe may well have acted before it got lost.
            return new Outcome.Unknown<>("unreadable answer: " + e.getClass().getSimpleName(), false, 0);
        }
    }

    private static <T> Outcome<T> failed(StripeException e) {
        if (e.getCause() instanceof OutgoingException) {
            boolean notSent = ((OutgoingException) e.getCause()).isNotSent();
            return new Outcome.Unknown<>(notSent ? "not reached" : "no whole answer", notSent, 0);
        }
        int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
        StripeError error = e.getStripeError();
        if (status == 429) {
            // Stripe's limiter, and its lock time limit, turn a call away before it runs.
            return new Outcome.Unknown<>("too many calls", true, status);
        }
        if (error == null || status < 400 || status >= 500 || status == 409) {
            return new Outcome.Unknown<>("answered " + status, false, status);
        }
        String type = text(error.getType());
        String code = text(error.getCode()).isEmpty() ? type : text(error.getCode());
        String message = text(error.getMessage());
        if (status == 402) {
            return new Outcome.Declined<>(code, text(error.getDeclineCode()), message);
        }
        boolean keyReused = type.equals(Outcome.Refused.IDEMPOTENCY_ERROR);
        return new Outcome.Refused<>(status, keyReused ? Outcome.Refused.IDEMPOTENCY_ERROR : code, message);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
