package dev.quittance.trials.simulation;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.Outstanding;
import dev.quittance.api.record.RecordRef;
import dev.quittance.emulator.BookedCharge;
import java.util.List;
import java.util.Optional;

/**
 * What the host was told of each record is what the local Stripe says was paid on it, and what the plugin keeps; what it was told to
 * expect is what the plugin expects. Also for records that are gone.
 */
final class BooksAudit {
    private final Scene scene;

    BooksAudit(Scene scene) {
        this.scene = scene;
    }

    void run() {
        for (Town.Business business : scene.town().businesses()) {
            for (RecordRef record : business.records()) {
                requirePaid(business, record);
                requireExpected(business, record);
            }
        }
    }

    private void requirePaid(Town.Business business, RecordRef record) {
        String currency = business.org().currency();
        Money told = scene.town().books().paid(business.id(), record, currency);
        Money atStripe = Money.of(paidAtStripe(record), currency);
        Money kept = Money.of(kept(business.id(), record, "paid_minor - refunded_minor - disputed_minor"), currency);
        if (!told.equals(atStripe) || !told.equals(kept)) {
            add("host_books_differ", record + ": told " + told + ", at Stripe " + atStripe + ", kept " + kept);
        }
    }

    /** The charges at Stripe whose request was for this record. */
    private long paidAtStripe(RecordRef record) {
        List<String> requests = Tables.list(
                        scene.database(),
                        "select request_id from payment_request where record_object = '" + record.object()
                                + "' and record_id = '" + record.id() + "'")
                .stream()
                .map(row -> row.text("request_id"))
                .toList();
        return scene.stripe().books().charges().stream()
                .filter(charge -> requests.contains(charge.metadata().get("q_request")))
                .mapToLong(BookedCharge::capturedMinor)
                .sum();
    }

    private void requireExpected(Town.Business business, RecordRef record) {
        String currency = business.org().currency();
        Optional<Outstanding> told = scene.town().books().outstanding(business.id(), record, currency);
        long requested = told.map(one -> one.requested().minor()).orElse(0L);
        long processing = told.map(one -> one.processing().minor()).orElse(0L);
        if (requested != kept(business.id(), record, "requested_minor")
                || processing != kept(business.id(), record, "processing_minor")) {
            add("host_expects_differently", record + ": told " + requested + " and " + processing);
        }
    }

    private long kept(OrgId org, RecordRef record, String column) {
        return Tables.count(
                scene.database(),
                "select coalesce(sum(" + column + "), 0) from record_balance where org_id = '" + org
                        + "' and record_object = '" + record.object() + "' and record_id = '" + record.id() + "'");
    }

    private void add(String rule, String detail) {
        scene.violations().add(rule, detail);
    }
}
