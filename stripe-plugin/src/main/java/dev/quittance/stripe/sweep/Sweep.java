package dev.quittance.stripe.sweep;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.job.JobRun;
import dev.quittance.stripe.checkout.SessionRefresh;
import dev.quittance.stripe.payment.Attempt;
import dev.quittance.stripe.payment.Attempts;
import dev.quittance.stripe.payment.Payment;
import dev.quittance.stripe.payment.Payments;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.pf4j.Extension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads again at Stripe what is not final here: on start and every minute, so a payer is seen without any webhook. Each attempt
 * and payment says when it is due, often at first and ever more rarely later. One that fails is put off and holds nobody up.
 */
@Extension
public final class Sweep implements JobHandler {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private static final Duration EVERY = Duration.ofMinutes(1);

    /** At a fifth of a second for a reading this ends well within a job's five minutes; what is left comes a minute later. */
    private static final int BATCH = 200;

    /** The rate of an account has room again after this. */
    private static final Duration RATE = Duration.ofSeconds(2);

    private final PluginContext context;
    private final OpenSessions open;
    private final SessionRefresh refresh;
    private final Attempts attempts;
    private final Payments payments;

    /** A sweep over these. */
    public Sweep(
            PluginContext context, OpenSessions open, SessionRefresh refresh, Attempts attempts, Payments payments) {
        this.context = context;
        this.open = open;
        this.refresh = refresh;
        this.attempts = attempts;
        this.payments = payments;
    }

    @Override
    public String id() {
        return "sweep";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(EVERY);
    }

    @Override
    public void run(JobRun run) {
        open.look();
        each(attempts.listDue(BATCH), this::sweep);
        each(payments.listDue(BATCH), this::sweep);
    }

    private void sweep(Attempt attempt) {
        if (!isTurn(attempt.org(), attempt.place().connectionId())) {
            return;
        }
        // Put off first: should the reading end this process, the next run goes on with the others.
        attempts.postpone(attempt);
        if (refresh.refresh(attempt).isEmpty()) {
            log.info("attempt {} could not be read at Stripe; it is tried again", attempt.attemptId());
        }
    }

    private void sweep(Payment payment) {
        if (!isTurn(payment.org(), payment.place().connectionId())) {
            return;
        }
        payments.postpone(payment);
        if (!refresh.refreshFee(payment)) {
            log.info("payment {} could not be read at Stripe; it is tried again", payment.paymentId());
        }
    }

    /** The last of an account's rate is for customers: what is due stays due, and is read a moment later. */
    private boolean isTurn(OrgId org, UUID connectionId) {
        boolean spare = refresh.hasSpare(org, connectionId);
        if (!spare) {
            context.jobs().runAt(id(), "rate", context.clock().instant().plus(RATE));
        }
        return spare;
    }

    private static <T> void each(List<T> due, Consumer<T> work) {
        for (T one : due) {
            try {
                work.accept(one);
            } catch (RuntimeException e) {
                log.warn("a reading failed; it is tried again", e);
            }
        }
    }
}
