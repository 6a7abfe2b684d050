package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Row;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is true of a shop, in sentences. */
final class ShopAssert {
    private final Shop shop;

    private ShopAssert(Shop shop) {
        this.shop = shop;
    }

    static ShopAssert assertThatShop(Shop shop) {
        return new ShopAssert(shop);
    }

    /** Everything that one deposit of USD 4,800.00 leaves when it came: each of it just once. */
    ShopAssert isPaidOnce() {
        assertThat(shop.sql("select state from payment_request")).isEqualTo("PAID");
        assertThat(shop.sql("select count(*) from payment where state = 'SUCCEEDED' and not overpaid"))
                .isEqualTo("1");
        assertThat(shop.sql("select count(*) from payment")).isEqualTo("1");
        assertThat(shop.sql("select count(*) from attempt where state = 'SUCCEEDED'"))
                .isEqualTo("1");
        assertThat(shop.sql("select count(*) from ledger_posting where kind = 'payment'"))
                .isEqualTo("1");
        assertThat(shop.sql("select sum(amount_minor) from ledger_entry where account = 'received'"))
                .isEqualTo("-480000");
        assertThat(shop.sql("select paid_minor from record_balance")).isEqualTo("480000");
        assertThat(shop.sql("select requested_minor + processing_minor from record_balance"))
                .isEqualTo("0");
        assertThat(mails("receipt.subject")).as("receipts").isEqualTo(1);
        assertThat(notices("notice.paid")).as("notices").isEqualTo(1);
        assertThat(events(PaymentEvent.PAID)).as("events").isEqualTo(1);
        assertThat(shop.sql("select count(*) from timeline_entry where kind = 'paid'"))
                .isEqualTo("1");
        return booksBalance();
    }

    /** Nothing came, and nobody was told that anything did. */
    ShopAssert isNotPaid() {
        assertThat(shop.sql("select count(*) from payment")).isEqualTo("0");
        assertThat(shop.sql("select count(*) from ledger_posting")).isEqualTo("0");
        assertThat(shop.sql("select paid_minor from record_balance")).isIn("", "0");
        assertThat(mails("receipt.subject")).isZero();
        assertThat(events(PaymentEvent.PAID)).isZero();
        return this;
    }

    /** The ledger sums to zero, and Stripe's balance is what came less the fees. */
    ShopAssert booksBalance() {
        assertThat(shop.sql("select count(*) from (select currency from ledger_entry group by currency"
                        + " having sum(amount_minor) <> 0) as open_books"))
                .isEqualTo("0");
        return this;
    }

    /** The fee of 2.9 % and 30 cents on USD 4,800.00 is booked, once. */
    ShopAssert hasFeeBooked() {
        assertThat(shop.sql("select fee_minor from payment")).isEqualTo("13950");
        assertThat(shop.sql("select sum(amount_minor) from ledger_entry where account = 'stripe_fees'"))
                .isEqualTo("13950");
        assertThat(shop.sql("select sum(amount_minor) from ledger_entry where account = 'stripe_balance'"))
                .isEqualTo("466050");
        assertThat(shop.sql("select count(*) from payment where next_check_at is not null"))
                .isEqualTo("0");
        return booksBalance();
    }

    long mails(String subjectKey) {
        return shop.host.mail().taken().stream()
                .filter(mail -> mail.subject().key().equals(subjectKey))
                .count();
    }

    long notices(String key) {
        return shop.host.notifications().shown().stream()
                .filter(notice -> notice.text().key().equals(key))
                .count();
    }

    long events(String kind) {
        return shop.host.paymentHooks().published().stream()
                .filter(event -> event.kind().equals(kind))
                .count();
    }

    /** The word in the status column of the first row. */
    String status() {
        return cells("status");
    }

    String method() {
        return cells("method");
    }

    /** The word for what became of the latest mail of the first row. */
    String mail() {
        return cells("mail");
    }

    private String cells(String column) {
        Row row = shop.payments().rows().get(0);
        for (int i = 0; i < row.cells().size(); i++) {
            if (shop.payments().columns().get(i).key().equals(column)) {
                Cell cell = row.cells().get(i);
                if (cell instanceof Cell.State state) {
                    return state.badge().label().fallback();
                }
                return cell instanceof Cell.Words words ? words.text().fallback() : "";
            }
        }
        throw new IllegalArgumentException(column);
    }

    /** The message keys of everything on a page. */
    static List<String> keys(Page page) {
        return page.blocks().stream()
                .flatMap(block -> {
                    if (block instanceof Block.Callout callout) {
                        return List.of(callout.notice().text().key()).stream();
                    }
                    if (block instanceof Block.Ask ask) {
                        return List.of(ask.form().submit().key()).stream();
                    }
                    if (block instanceof Block.Button button) {
                        return List.of(button.label().key()).stream();
                    }
                    return List.<String>of().stream();
                })
                .toList();
    }

    /** The message keys at the fields of a form that came again, by field; notices under "form". */
    static Map<String, String> problems(ActionResult result) {
        Map<String, String> problems = new TreeMap<>();
        if (result instanceof ActionResult.Again again) {
            again.form().fields().stream()
                    .filter(field -> !field.error().fallback().isEmpty())
                    .forEach(field -> problems.put(field.key(), field.error().key()));
            for (Notice notice : again.form().notices()) {
                problems.merge("form", notice.text().key(), (a, b) -> a + " " + b);
            }
        }
        return problems;
    }
}
