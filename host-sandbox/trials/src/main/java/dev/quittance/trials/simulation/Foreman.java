package dev.quittance.trials.simulation;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Runs one project at the host: agrees on another total, closes it, or deletes it with its invoices. */
final class Foreman {
    private static final int CHANGES_TOTAL_RATE = 4_000;
    private static final int CLOSES_RATE = 1_500;
    private static final int DELETES_RATE = 1_000;
    private static final int LEAST_PERCENT = 60;

    private final Scene scene;
    private final RecordNews news;
    private final OrgId org;
    private final RecordRef project;
    private final Dice dice;
    private int events;

    Foreman(Scene scene, RecordNews news, OrgId org, RecordRef project) {
        this.scene = scene;
        this.news = news;
        this.org = org;
        this.project = project;
        this.dice = scene.dice().named("foreman " + project.id());
    }

    /** Plans what is done until the given moment. */
    void begin(Instant until) {
        at(CHANGES_TOTAL_RATE, until, this::changeTotal);
        at(CLOSES_RATE, until, this::close);
        at(DELETES_RATE, until, this::delete);
    }

    private void at(int rate, Instant until, Runnable step) {
        Instant now = scene.clock().instant();
        boolean happens = dice.happens(rate);
        Instant moment = now.plus(dice.between(Duration.ofMinutes(10), Duration.between(now, until)));
        if (happens) {
            scene.agenda().at(moment, step);
        }
    }

    private Optional<ProjectView> running() {
        return scene.town()
                .findProject(org, project.id())
                .filter(found -> !found.stage().equals(ProjectView.STAGE_CLOSED));
    }

    private void changeTotal() {
        running().flatMap(ProjectView::contractTotal).ifPresent(total -> {
            long percent = LEAST_PERCENT + dice.below(100);
            Money changed = Money.of(total.minor() / 100 * percent, total.currency());
            ProjectView old = running().orElseThrow();
            put(old, old.stage(), Optional.of(changed));
            tell(RecordEvent.TOTAL_CHANGED, project);
        });
    }

    private void close() {
        running().ifPresent(old -> {
            put(old, ProjectView.STAGE_CLOSED, old.contractTotal());
            tell(RecordEvent.CLOSED, project);
        });
    }

    private void delete() {
        if (scene.town().findProject(org, project.id()).isEmpty()) {
            return;
        }
        for (InvoiceView invoice : scene.town().listInvoicesOfProject(org, project.id())) {
            scene.town().invoices().delete(org, invoice.id());
            tell(RecordEvent.DELETED, RecordRef.invoice(invoice.id()));
        }
        scene.town().projects().remove(org, project.id());
        tell(RecordEvent.DELETED, project);
    }

    private void put(ProjectView old, String stage, Optional<Money> total) {
        scene.town()
                .projects()
                .put(
                        org,
                        old.id(),
                        new ProjectView(old.id(), old.name(), old.clientId(), stage, old.currency(), total));
    }

    private void tell(String kind, RecordRef record) {
        events++;
        String eventId = "foreman-" + project.id() + "-" + events;
        news.add(new RecordEvent(eventId, kind, org, record, scene.clock().instant(), Map.of()));
    }
}
