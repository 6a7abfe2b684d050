package dev.quittance.stripe.audit;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.job.JobHandler;
import dev.quittance.stripe.audit.AuditRepository.Linked;
import dev.quittance.stripe.audit.AuditRepository.Seal;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The audit trail as people read and check it. Thread-safe. */
public final class AuditTrail {
    /** What the first seal has before it. */
    static final String BEGINNING = "";

    private static final int SEALS_AT_A_TIME = 50;

    private final PluginContext context;
    private final Database database;
    private final AuditRepository repository = new AuditRepository();

    /** The trail in this database. */
    public AuditTrail(PluginContext context, Database database) {
        this.context = context;
        this.database = database;
    }

    /** Entries before this one, the newest first. */
    public List<AuditEntry> list(OrgId org, Optional<UUID> before, int limit) {
        return database.read(sql -> repository.listNewest(sql, org, before, limit));
    }

    /**
     * Computes the chain anew, from its beginning up to the first thing that does not fit. It shows that what was sealed is what is there;
     * that nobody made a whole new chain, only a hash that was written down elsewhere shows.
     */
    public AuditCheck check(OrgId org) {
        AuditCheck sofar = AuditCheck.beginning();
        List<Seal> seals;
        do {
            long after = sofar.seals();
            seals = database.read(sql -> repository.listSeals(sql, org, after, SEALS_AT_A_TIME));
            for (Seal seal : seals) {
                sofar = check(org, sofar, seal);
                if (sofar.fault().isPresent()) {
                    return sofar;
                }
            }
        } while (!seals.isEmpty());
        return sofar;
    }

    private AuditCheck check(OrgId org, AuditCheck sofar, Seal seal) {
        if (seal.sealNo() != sofar.seals() + 1) {
            return sofar.broken("seal " + (sofar.seals() + 1));
        }
        List<Linked> linked = database.read(sql -> repository.listLinked(sql, org, seal.sealNo()));
        for (Linked one : linked) {
            boolean same =
                    one.now().map(AuditHash::of).filter(one.entryHash()::equals).isPresent();
            if (!same) {
                return sofar.broken("entry " + one.entryId());
            }
        }
        List<String> hashes = linked.stream().map(Linked::entryHash).collect(Collectors.toList());
        String chain = AuditHash.ofSeal(sofar.chainHash(), seal.sealNo(), seal.sealedAt(), hashes);
        boolean fits = chain.equals(seal.chainHash()) && linked.size() == seal.entries();
        return fits ? sofar.and(linked.size(), chain, seal.sealedAt()) : sofar.broken("seal " + seal.sealNo());
    }

    /** The job that seals what was added. */
    public JobHandler job() {
        return new AuditJob(context, database);
    }
}
