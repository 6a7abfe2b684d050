package dev.quittance.stripe.health;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Column;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Row;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.audit.AuditCheck;
import dev.quittance.stripe.audit.AuditEntry;
import dev.quittance.stripe.audit.AuditTrail;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pf4j.Extension;

/** Who did what, the newest first, and whether the trail is whole. */
@Extension
public final class AuditPage implements SettingsPage {
    private static final String PERMISSION = "stripe-payments.settings";
    private static final String CHECK = "check-audit";

    /** As many as a page shows. */
    private static final int SHOWN = 100;

    private final AuditTrail trail;

    /** The page over this trail. */
    public AuditPage(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public String id() {
        return "audit";
    }

    @Override
    public Text label() {
        return Text.of("audit.label", "Who did what");
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public Page page(Actor actor) {
        List<AuditEntry> entries = trail.list(actor.org(), Optional.empty(), SHOWN);
        return new Page(
                Text.of("audit.title", "Who did what"),
                List.of(list(entries), Block.ask(form())),
                Optional.empty(),
                Optional.of(actor.org()));
    }

    private static Form form() {
        return new Form(
                CHECK,
                Text.of("audit.check.title", "Check that nothing was changed"),
                List.of(),
                List.of(),
                Text.of("audit.check.submit", "Check trail"));
    }

    private static Block list(List<AuditEntry> entries) {
        return new Block.Listing(new ListView(
                Text.of("audit.list", "The latest 100"),
                List.of(
                        Column.of("when", Text.of("audit.column.when", "When")),
                        Column.of("who", Text.of("audit.column.who", "Who")),
                        Column.of("what", Text.of("audit.column.what", "What")),
                        Column.of("subject", Text.of("audit.column.subject", "To what")),
                        Column.of("detail", Text.of("audit.column.detail", "More"))),
                entries.stream().map(AuditPage::row).collect(Collectors.toList()),
                Text.of("audit.empty", "Nobody has done anything yet."),
                Optional.empty(),
                List.of()));
    }

    private static Row row(AuditEntry entry) {
        return new Row(
                entry.entryId().toString(),
                List.of(
                        Cell.moment(entry.happenedAt()),
                        Cell.plain(entry.actor()),
                        Cell.plain(entry.action()),
                        Cell.plain(entry.subject()),
                        entry.detail().isEmpty() ? Cell.empty() : Cell.plain(entry.detail())));
    }

    @Override
    public ActionResult submit(String formId, Submission submission, Actor actor) {
        if (!actor.may(PERMISSION) || !formId.equals(CHECK)) {
            return ActionResult.absent();
        }
        return ActionResult.done(words(trail.check(actor.org())));
    }

    private static Text words(AuditCheck check) {
        if (check.fault().isPresent()) {
            return Text.of(
                    "audit.check.broken",
                    "The trail was changed: {0} differs from what was sealed. {1} entries before it are unbroken. No payment was touched by "
                            + "this check. Keep a copy of the database and compare it with a backup.",
                    check.fault().get(),
                    check.entries());
        }
        return check.until()
                .map(until -> Text.of(
                        "audit.check.unbroken",
                        "Unbroken: {0} entries, sealed up to {1}. Compare this hash with the log: {2}",
                        check.entries(),
                        until,
                        check.chainHash()))
                .orElseGet(() -> Text.of(
                        "audit.check.nothing", "Nothing is sealed yet. Entries are sealed within five minutes."));
    }
}
