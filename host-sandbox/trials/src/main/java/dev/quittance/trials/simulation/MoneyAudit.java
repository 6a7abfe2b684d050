package dev.quittance.trials.simulation;

import dev.quittance.emulator.BookedCharge;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares what the plugin has booked with what the local Stripe has in its own books. */
final class MoneyAudit {
    private final Scene scene;
    private final SeedDatabase database;

    MoneyAudit(Scene scene) {
        this.scene = scene;
        this.database = scene.database();
    }

    void run() {
        List<BookedCharge> captured = scene.stripe().books().charges().stream()
                .filter(charge -> charge.capturedMinor() > 0)
                .toList();
        captured.forEach(this::requireBookedOnce);
        long succeeded = count("select count(*) from payment where state = 'SUCCEEDED'");
        if (succeeded != captured.size()) {
            add("booked_more_than_captured", succeeded + " payments, " + captured.size() + " charges");
        }
        requireOnePerRequest();
        requireSums();
        requireLedger();
        requirePaidMeansBooked();
        requireRecordBalances();
    }

    private void requireBookedOnce(BookedCharge charge) {
        List<TableRow> rows = list("select * from payment where state = 'SUCCEEDED'"
                + " and stripe_payment_intent_id = '" + charge.paymentIntentId() + "'");
        if (rows.size() != 1) {
            add("charge_not_booked_once", charge.chargeId() + " is booked " + rows.size() + " times");
            return;
        }
        TableRow row = rows.get(0);
        boolean same = row.text("amount_minor").equals(Long.toString(charge.capturedMinor()))
                && row.text("currency").toLowerCase(Locale.ROOT).equals(charge.currency())
                && row.text("stripe_account_id").equals(charge.account())
                && row.text("stripe_charge_id").equals(charge.chargeId())
                && row.text("request_id").equals(charge.metadata().get("q_request"));
        if (!same) {
            add("booked_differently", charge.chargeId() + " as " + row);
        }
        if (row.text("fee_minor").isEmpty()) {
            add("fee_not_booked", charge.chargeId());
        }
    }

    /** A second success is kept, but never as if it had been asked for. */
    private void requireOnePerRequest() {
        for (TableRow row : list("select request_id, count(*) as payments from payment"
                + " where state = 'SUCCEEDED' and overpaid = false group by request_id having count(*) > 1")) {
            add("charged_twice", row.toString());
        }
        for (TableRow row : list("select request_id from payment where state = 'SUCCEEDED'"
                + " group by request_id having sum(case when overpaid then 0 else 1 end) = 0")) {
            add("overpaid_and_not_paid", row.toString());
        }
    }

    private void requireSums() {
        Set<String> counted = new HashSet<>();
        for (TableRow row : list("select stripe_account_id, currency, sum(amount_minor) as total from payment"
                + " where state = 'SUCCEEDED' group by stripe_account_id, currency")) {
            String account = row.text("stripe_account_id");
            String currency = row.text("currency").toLowerCase(Locale.ROOT);
            counted.add(account + currency);
            long atStripe = scene.stripe().books().capturedMinor(account, currency);
            if (!row.text("total").equals(Long.toString(atStripe))) {
                add("sums_differ", row + ", at Stripe " + atStripe);
            }
        }
        for (BookedCharge charge : scene.stripe().books().charges()) {
            if (charge.capturedMinor() > 0 && !counted.contains(charge.account() + charge.currency())) {
                add("sums_differ", "nothing booked of " + charge.account() + " " + charge.currency());
            }
        }
    }

    private void requireLedger() {
        for (TableRow row : list("select posting_id, currency, sum(amount_minor) as total from ledger_entry"
                + " group by posting_id, currency having sum(amount_minor) <> 0")) {
            add("posting_not_balanced", row.toString());
        }
        for (TableRow row : list("select p.payment_id from payment p where p.state = 'SUCCEEDED' and (select"
                + " count(*) from ledger_posting l where l.payment_id = p.payment_id and l.kind = 'payment') <> 1")) {
            add("payment_not_in_the_ledger_once", row.toString());
        }
        for (TableRow row : list("select p.payment_id from payment p where p.fee_minor is not null and (select"
                + " count(*) from ledger_posting l where l.payment_id = p.payment_id and l.kind = 'fee') <> 1")) {
            add("fee_not_in_the_ledger_once", row.toString());
        }
        for (TableRow row : list("select l.posting_id from ledger_posting l where not exists"
                + " (select 1 from ledger_entry e where e.posting_id = l.posting_id)")) {
            add("posting_without_entries", row.toString());
        }
        requireReceived();
    }

    /** What the ledger says was received is what Stripe says was captured. */
    private void requireReceived() {
        for (Town.Business business : scene.town().businesses()) {
            String currency = business.org().currency();
            long received = count("select coalesce(-sum(amount_minor), 0) from ledger_entry where account = 'received'"
                    + " and org_id = '" + business.id() + "' and currency = '" + currency + "'");
            long captured = scene.stripe()
                    .books()
                    .capturedMinor(business.account().account(), currency.toLowerCase(Locale.ROOT));
            if (received != captured) {
                add("ledger_differs", business.id() + " received " + received + ", captured " + captured);
            }
            requireNet(business, currency);
        }
    }

    /** The ledger's balance at Stripe is the sum of Stripe's own balance transactions, fees taken off. */
    private void requireNet(Town.Business business, String currency) {
        long booked = count("select coalesce(sum(amount_minor), 0) from ledger_entry where account = 'stripe_balance'"
                + " and org_id = '" + business.id() + "' and currency = '" + currency + "'");
        long atStripe = StripeBalance.netMinor(scene.stripe(), business.account());
        if (booked != atStripe) {
            add("balance_differs", business.id() + " booked " + booked + ", at Stripe " + atStripe);
        }
    }

    private void requirePaidMeansBooked() {
        for (TableRow row : list("select r.request_id, r.state from payment_request r where"
                + " (r.state = 'PAID') <> (exists (select 1 from payment p where p.request_id = r.request_id"
                + " and p.state = 'SUCCEEDED' and p.amount_minor = r.amount_minor and p.currency = r.currency))")) {
            add("paid_and_booked_disagree", row.toString());
        }
    }

    private void requireRecordBalances() {
        for (TableRow row : list("select b.record_id, b.paid_minor, b.requested_minor, b.processing_minor"
                + " from record_balance b where b.processing_minor <> 0 or b.paid_minor <> (select"
                + " coalesce(sum(p.amount_minor), 0) from payment p join payment_request r on r.request_id = p.request_id"
                + " where r.record_id = b.record_id and p.state = 'SUCCEEDED')"
                + " or b.requested_minor <> (select coalesce(sum(r.amount_minor), 0) from payment_request r"
                + " where r.record_id = b.record_id and r.state = 'OPEN' and r.type <> 'invoice')")) {
            add("record_balance_differs", row.toString());
        }
    }

    private List<TableRow> list(String sql) {
        return Tables.list(database, sql);
    }

    private long count(String sql) {
        return Tables.count(database, sql);
    }

    private void add(String rule, String detail) {
        scene.violations().add(rule, detail);
    }
}
