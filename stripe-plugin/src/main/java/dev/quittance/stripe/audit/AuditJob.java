package dev.quittance.stripe.audit;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.job.JobHandler;
import dev.quittance.api.job.JobRun;
import dev.quittance.stripe.audit.AuditRepository.Seal;
import dev.quittance.stripe.storage.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.pf4j.Extension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals what was added to the trail, so many entries at a time, and writes each seal's hash into the log as well. */
@Extension
final class AuditJob implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AuditJob.class);
    private static final Duration EVERY = Duration.ofMinutes(5);

    /** Entries of one seal. */
    private static final int MOST = 200;

    /** Seals of an organisation in one run; the rest comes with the next. */
    private static final int SEALS = 50;

    private final PluginContext context;
    private final Database database;
    private final AuditRepository repository = new AuditRepository();

    AuditJob(PluginContext context, Database database) {
        this.context = context;
        this.database = database;
    }

    @Override
    public String id() {
        return "audit";
    }

    @Override
    public Optional<Duration> every() {
        return Optional.of(EVERY);
    }

    @Override
    public void run(JobRun run) {
        for (OrgId org : database.read(repository::listUnsealed)) {
            boolean isMore = true;
            for (int seals = 0; seals < SEALS && isMore; seals++) {
                isMore = sealOnce(org);
            }
        }
    }

    private boolean sealOnce(OrgId org) {
        try {
            Optional<Seal> made = database.transaction(tx -> seal(tx, org));
            // Outside the database as well: who rewrites the whole chain there does not rewrite the log.
            made.ifPresent(
                    seal -> LOG.info("audit of {}: seal {} is {}", org.value(), seal.sealNo(), seal.chainHash()));
            return made.filter(seal -> seal.entries() == MOST).isPresent();
        } catch (IntegrityConstraintViolationException e) {
            LOG.info("audit of {}: another node seals it", org.value());
            return false;
        }
    }

    private Optional<Seal> seal(DSLContext tx, OrgId org) {
        List<AuditEntry> entries = repository.takeUnsealed(tx, org, MOST);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        Optional<Seal> last = repository.findLast(tx, org);
        long sealNo = last.map(Seal::sealNo).orElse(0L) + 1;
        String before = last.map(Seal::chainHash).orElse(AuditTrail.BEGINNING);
        Instant now = context.clock().instant().truncatedTo(ChronoUnit.MICROS);
        List<String> hashes = entries.stream().map(AuditHash::of).collect(Collectors.toList());
        Seal seal = new Seal(sealNo, entries.size(), AuditHash.ofSeal(before, sealNo, now, hashes), now);
        repository.seal(tx, org, seal, entries, hashes);
        return Optional.of(seal);
    }
}
