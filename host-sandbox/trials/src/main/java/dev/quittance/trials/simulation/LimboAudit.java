package dev.quittance.trials.simulation;

import java.util.List;

/** After the quiet phase nothing may hang between two states, and whoever wanted to pay has paid. */
final class LimboAudit {
    /** A query that must find nothing. */
    private record Rule(String name, String sql) {}

    private static final List<Rule> MUST_BE_EMPTY = List.of(
            new Rule(
                    "operation_in_limbo",
                    "select operation_id, kind, state, tries from operation"
                            + " where state not in ('ACCEPTED', 'DECLINED', 'REFUSED', 'ABSENT')"),
            new Rule(
                    "attempt_in_limbo",
                    "select attempt_id, state, next_check_at from attempt where live_request_id is not null"),
            new Rule(
                    "request_in_limbo",
                    "select request_id, state, stopped_reason from payment_request"
                            + " where state not in ('OPEN', 'PAID', 'CANCELED')"
                            + " or (state = 'CANCELED' and stopped_reason is null)"
                            + " or (state = 'OPEN' and stopped_reason is not null)"),
            new Rule("payment_in_limbo", "select payment_id, state from payment where state = 'PROCESSING'"),
            new Rule(
                    "outbox_in_limbo",
                    "select dedupe_key, kind, state, tries, due_at, last_error from outbox"
                            + " where state not in ('DELIVERED', 'SKIPPED')"),
            new Rule(
                    "event_in_limbo",
                    "select stripe_event_id, type, state, tries, reason from webhook_event"
                            + " where state not in ('APPLIED', 'IGNORED')"),
            new Rule("discrepancy", "select kind, detail from discrepancy where state = 'OPEN'"),
            new Rule(
                    "request_stored_twice",
                    "select recipient_email, count(*) from payment_request"
                            + " where type <> 'invoice' group by recipient_email having count(*) > 1"));

    private final Scene scene;

    LimboAudit(Scene scene) {
        this.scene = scene;
    }

    void run(Iterable<Payer> payers) {
        for (Rule rule : MUST_BE_EMPTY) {
            Tables.list(scene.database(), rule.sql())
                    .forEach(row -> scene.violations().add(rule.name(), row.toString()));
        }
        for (Payer payer : payers) {
            if (scene.town()
                    .isWithdrawn(payer.ask().business().id(), payer.ask().record())) {
                continue;
            }
            if (!payer.hasLink()) {
                scene.violations().add("link_never_came", payer.ask().email());
            } else if (payer.habit().wantsToPay() && !payer.hasPaid()) {
                scene.violations().add("payer_locked_out", payer.ask().email() + " " + payer.habit());
            }
        }
    }
}
