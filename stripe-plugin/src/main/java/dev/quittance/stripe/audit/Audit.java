package dev.quittance.stripe.audit;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;

/** Writes down who did what, in the transaction that does it: if that does not stand, neither does the entry. Thread-safe. */
public final class Audit {
    private final PluginContext context;
    private final AuditRepository repository = new AuditRepository();

    /** An audit that takes its time and ids from the context. */
    public Audit(PluginContext context) {
        this.context = context;
    }

    /**
     * What somebody does.
     *
     * @param action as a stable code
     * @param actor the user's id
     * @param subject what it is done to, for example {@code event/we_1/evt_1}
     * @param detail more, without names or addresses of people, and without secrets; may be empty
     */
    public record Deed(String action, String actor, String subject, String detail) {}

    /** Adds an entry in the caller's transaction. */
    public void add(DSLContext tx, OrgId org, Deed deed) {
        repository.add(
                tx,
                new AuditEntry(
                        org,
                        context.ids().next(),
                        deed.action(),
                        deed.actor(),
                        deed.subject(),
                        deed.detail(),
                        context.clock().instant().truncatedTo(ChronoUnit.MICROS)));
    }
}
