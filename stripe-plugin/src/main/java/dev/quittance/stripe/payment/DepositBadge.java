package dev.quittance.stripe.payment;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Records;
import dev.quittance.api.screen.RecordBadge;
import dev.quittance.api.ui.Badge;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.storage.Database;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pf4j.Extension;

/**
 * Whether the deposit is in, on projects with a contract that are signed or in progress; nothing on any other record. The rule is
 * {@link DepositState}'s. One statement, however many records.
 */
@Extension
public final class DepositBadge implements RecordBadge {
    private static final Set<String> STAGES = Set.of(ProjectView.STAGE_SIGNED, ProjectView.STAGE_IN_PROGRESS);

    private final Records records;
    private final Database database;
    private final DepositRepository repository = new DepositRepository();

    /** The badge of this host's projects, by what this database knows of their deposits. */
    public DepositBadge(Records records, Database database) {
        this.records = records;
        this.database = database;
    }

    @Override
    public String id() {
        return "deposit";
    }

    @Override
    public Set<String> objects() {
        return Set.of(RecordRef.PROJECT);
    }

    @Override
    public String permission() {
        return PaymentsList.PERMISSION;
    }

    @Override
    public Map<RecordRef, Badge> badges(Set<RecordRef> asked, Actor actor) {
        if (!actor.may(PaymentsList.PERMISSION)) {
            return Map.of();
        }
        Collection<ProjectView> agreed = agreed(asked, actor);
        if (agreed.isEmpty()) {
            return Map.of();
        }
        Map<String, DepositState> states = database.read(db -> repository.states(
                db, actor.org(), agreed.stream().map(ProjectView::id).collect(Collectors.toUnmodifiableList())));
        return agreed.stream()
                .collect(Collectors.toUnmodifiableMap(
                        project -> RecordRef.project(project.id()),
                        project -> badge(states.getOrDefault(project.id(), DepositState.NOT_IN), project)));
    }

    /** The projects among them for which a deposit matters, each once. */
    private Collection<ProjectView> agreed(Set<RecordRef> asked, Actor actor) {
        database.requireOutsideTransaction("reading the host's records");
        Map<String, ProjectView> byId = new TreeMap<>();
        asked.stream()
                .filter(record -> record.object().equals(RecordRef.PROJECT))
                .map(record -> records.findProject(actor.org(), record.id()))
                .flatMap(Optional::stream)
                .filter(project -> STAGES.contains(project.stage())
                        && project.contractTotal().filter(Money::isPositive).isPresent())
                .forEach(project -> byId.put(project.id(), project));
        return byId.values();
    }

    private static Badge badge(DepositState state, ProjectView project) {
        return switch (state) {
            case IN -> new Badge(Text.of("deposit.badge.in", "Deposit in"), Tone.GOOD);
            case PROCESSING -> new Badge(Text.of("deposit.badge.processing", "Deposit processing"), Tone.INFO);
            case NOT_IN ->
                new Badge(
                        Text.of("deposit.badge.not_in", "Deposit not in"),
                        project.stage().equals(ProjectView.STAGE_IN_PROGRESS) ? Tone.WARNING : Tone.NEUTRAL);
        };
    }
}
