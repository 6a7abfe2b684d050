package dev.quittance.stripe.flow;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordListener;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.DocumentLink;
import dev.quittance.api.screen.DocumentLinkView;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Invoices of a shop, and what its host tells of its records. */
final class Invoices {
    /** Of project 7: USD 9,000.00. */
    static final RecordRef INVOICE = RecordRef.invoice("1042");

    private final Shop shop;
    private Optional<RecordEvent> last = Optional.empty();
    private int events;

    private Invoices(Shop shop) {
        this.shop = shop;
    }

    /** A shop's host with one issued invoice. */
    static Invoices of(Shop shop) {
        Invoices invoices = new Invoices(shop);
        invoices.put(InvoiceView.STATE_ISSUED, 9_000_00);
        return invoices;
    }

    void put(String state, long totalMinor) {
        put("1042", state, Money.of(totalMinor, "USD"), Optional.of("7"));
    }

    void put(String id, String state, Money total, Optional<String> projectId) {
        shop.host
                .records()
                .put(
                        Shop.RIDGELINE,
                        new InvoiceView(
                                id,
                                "INV-" + id,
                                "c1",
                                projectId,
                                state,
                                total,
                                Optional.of(LocalDate.of(2026, 12, 1))));
    }

    void stage(String stage) {
        shop.host
                .records()
                .put(
                        Shop.RIDGELINE,
                        new ProjectView(
                                "7", "Miller residence", "c1", stage, "USD", Optional.of(Money.of(12_000_00, "USD"))));
    }

    /** Tells the plugin, and runs what follows. */
    void tell(String kind, RecordRef record, Map<String, String> attributes) {
        events++;
        RecordEvent event = new RecordEvent(
                "event-" + events,
                kind,
                Shop.RIDGELINE,
                record,
                shop.host.clock().instant(),
                attributes);
        last = Optional.of(event);
        tellAgain();
        tellAgain();
    }

    /** Tells the last event once more. */
    void tellAgain() {
        shop.extension(RecordListener.class).on(last.orElseThrow());
        shop.work();
    }

    void tell(String kind, RecordRef record) {
        tell(kind, record, Map.of());
    }

    void changeTotal(long totalMinor) {
        put(InvoiceView.STATE_ISSUED, totalMinor);
        tell(RecordEvent.TOTAL_CHANGED, INVOICE);
    }

    void voidIt() {
        put(InvoiceView.STATE_VOID, 9_000_00);
        tell(RecordEvent.INVOICE_VOIDED, INVOICE);
    }

    Form form(RecordRef record) {
        return shop.action("request-payment")
                .form(record, new FormValues(Map.of()), Shop.office())
                .orElseThrow();
    }

    /** What a field of the form shows at first. */
    String shown(RecordRef record, String field) {
        return form(record).fields().stream()
                .filter(one -> one.key().equals(field))
                .map(one -> one.value())
                .findFirst()
                .orElse("no such field");
    }

    ActionResult ask(RecordRef record, String type, String amount) {
        return shop.request(record, shop.submission(Shop.answers(type, "", amount)), Shop.office());
    }

    /** Asks, and reads the link in the mail. */
    URI asked(RecordRef record, String type, String amount) {
        ActionResult result = ask(record, type, amount);
        if (!(result instanceof ActionResult.Done)) {
            throw new IllegalStateException("not requested: " + result + ShopAssert.problems(result));
        }
        shop.work();
        return Shop.linkIn(shop.host.mail().taken().get(shop.host.mail().taken().size() - 1));
    }

    Optional<DocumentLinkView> link() {
        return shop.extension(DocumentLink.class).provide(Shop.RIDGELINE, INVOICE);
    }

    /** Paid, processing and requested of a record's list. */
    List<String> totals(RecordRef record) {
        return shop.payments(record).totals().stream()
                .map(fact -> ((Cell.Amount) fact.value()).money().toPlainDecimal())
                .toList();
    }

    Money told(RecordRef record) {
        return shop.host.settlements().paid(Shop.RIDGELINE, record, "USD");
    }

    String expected(RecordRef record) {
        return shop.host
                .settlements()
                .outstanding(Shop.RIDGELINE, record, "USD")
                .map(one -> one.requested().toPlainDecimal() + " + "
                        + one.processing().toPlainDecimal())
                .orElse("never told");
    }
}
