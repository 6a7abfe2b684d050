package dev.quittance.trials.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.LineItem;
import com.stripe.model.checkout.Session;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionLineItemListParams;
import com.stripe.param.checkout.SessionListParams;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.service.checkout.SessionService;
import dev.quittance.trials.person.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Hosted sessions through the official client, with a payer at the page. */
final class SessionsIT {
    private static final String BACK = "https://crm.example/back?session={CHECKOUT_SESSION_ID}";
    private final Office office = Office.open();

    @AfterEach
    void close() {
        office.close();
    }

    private SessionService sessions() {
        return office.client().v1().checkout().sessions();
    }

    private static SessionCreateParams.LineItem item(String name, long cents) {
        return SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency("usd")
                        .setUnitAmount(cents)
                        .setProductData(SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                .setName(name)
                                .build())
                        .build())
                .build();
    }

    private Session open(long... cents) throws StripeException {
        SessionCreateParams.Builder params = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl(BACK)
                .setClientReferenceId("project-17")
                .putMetadata("project", "17");
        for (int i = 0; i < cents.length; i++) {
            params.addLineItem(item("Part " + i, cents[i]));
        }
        return sessions().create(params.build());
    }

    private Session now(Session session) throws StripeException {
        return sessions()
                .retrieve(
                        session.getId(),
                        SessionRetrieveParams.builder()
                                .addExpand("payment_intent.latest_charge.balance_transaction")
                                .addExpand("customer")
                                .addExpand("line_items")
                                .build());
    }

    @Test
    void a_declined_card_leaves_the_session_open_and_another_pays_it() throws StripeException {
        Session session = open(10_000, 2_500);
        Seen declined = office.payByCard(session.getUrl(), "4000000000000002");
        Session between = now(session);
        Seen paid = office.payByCard(session.getUrl(), "4242424242424242");
        office.pass(Duration.ofSeconds(3));
        Session after = now(session);

        assertThat(session.getPaymentIntent()).isNull();
        assertThat(declined.status()).isEqualTo(402);
        assertThat(between.getStatus()).isEqualTo("open");
        assertThat(between.getPaymentIntentObject().getStatus()).isEqualTo("requires_payment_method");
        assertThat(paid.leadsTo().map(Object::toString))
                .contains(BACK.replace("{CHECKOUT_SESSION_ID}", session.getId()));
        assertThat(after.getStatus()).isEqualTo("complete");
        assertThat(after.getPaymentStatus()).isEqualTo("paid");
        assertThat(after.getUrl()).isNull();
        assertThat(after.getPaymentIntent()).isEqualTo(between.getPaymentIntent());
        assertThat(after.getCustomerDetails().getEmail()).isEqualTo("ana@example.com");
        assertThat(after.getPaymentIntentObject()
                        .getLatestChargeObject()
                        .getBalanceTransactionObject()
                        .getNet())
                .isEqualTo(12_500 - 393);
        office.checkAnswers();
    }

    @Test
    void the_payers_bank_is_asked_on_its_page() throws StripeException {
        Session session = open(9_900);
        Seen asked = office.payByCard(session.getUrl(), "4000002760003184");
        Seen step = office.payer().open(asked.leadsTo().orElseThrow());
        office.payer().submitOnly(step.form("form").with("outcome", "complete"));

        assertThat(now(session).getPaymentStatus()).isEqualTo("paid");
        office.checkAnswers();
    }

    @Test
    void a_bank_debit_completes_the_session_and_pays_it_days_later() throws StripeException {
        Session good = open(50_000);
        office.payByBank(good.getUrl(), "SUCCESS");
        Session bad = open(50_000);
        office.payByBank(bad.getUrl(), "INSUFFICIENT_FUNDS");
        Session waiting = now(good);
        office.pass(Duration.ofDays(7));

        assertThat(waiting.getStatus()).isEqualTo("complete");
        assertThat(waiting.getPaymentStatus()).isEqualTo("unpaid");
        assertThat(waiting.getPaymentIntentObject().getStatus()).isEqualTo("processing");
        assertThat(now(good).getPaymentStatus()).isEqualTo("paid");
        assertThat(now(bad).getPaymentStatus()).isEqualTo("unpaid");
        assertThat(now(bad).getPaymentIntentObject().getLastPaymentError().getCode())
                .isEqualTo("insufficient_funds");
        office.checkAnswers();
    }

    @Test
    void a_card_is_kept_for_later_and_nobody_is_charged() throws StripeException {
        String customer = office.client().v1().customers().create().getId();
        Session session = sessions()
                .create(SessionCreateParams.builder()
                        .setMode(SessionCreateParams.Mode.SETUP)
                        .setCurrency("usd")
                        .setCustomer(customer)
                        .setSuccessUrl(BACK)
                        .build());
        office.payByCard(session.getUrl(), "4242424242424242");
        Session after = sessions()
                .retrieve(
                        session.getId(),
                        SessionRetrieveParams.builder()
                                .addExpand("setup_intent.payment_method")
                                .build());

        assertThat(after.getPaymentStatus()).isEqualTo("no_payment_required");
        assertThat(after.getSetupIntentObject().getStatus()).isEqualTo("succeeded");
        assertThat(after.getSetupIntentObject().getPaymentMethodObject().getCustomer())
                .isEqualTo(customer);
        office.checkAnswers();
    }

    @Test
    void an_expired_session_takes_no_money() throws StripeException {
        Session session = open(700);
        Session expired = sessions().expire(session.getId());
        InvalidRequestException again = catchThrowableOfType(
                InvalidRequestException.class, () -> sessions().expire(session.getId()));
        Session late = open(800);
        office.pass(Duration.ofHours(25));

        assertThat(expired.getStatus()).isEqualTo("expired");
        assertThat(expired.getUrl()).isNull();
        assertThat(again.getStatusCode()).isEqualTo(400);
        assertThat(now(late).getStatus()).isEqualTo("expired");
        office.checkAnswers();
    }

    @Test
    void lists_within_an_object_are_followed_too() throws StripeException {
        Session session = open(100, 200, 300, 400, 500);
        List<Long> amounts = new ArrayList<>();
        sessions()
                .lineItems()
                .list(
                        session.getId(),
                        SessionLineItemListParams.builder().setLimit(2L).build())
                .autoPagingIterable()
                .forEach(item -> amounts.add(item.getAmountTotal()));
        List<String> names = new ArrayList<>();
        for (LineItem item : now(session).getLineItems().autoPagingIterable()) {
            names.add(item.getDescription());
        }
        for (int i = 0; i < 4; i++) {
            open(1_000 + i);
        }
        List<Long> totals = new ArrayList<>();
        sessions()
                .list(SessionListParams.builder().setLimit(2L).build())
                .autoPagingIterable()
                .forEach(each -> totals.add(each.getAmountTotal()));

        assertThat(amounts).containsExactly(100L, 200L, 300L, 400L, 500L);
        assertThat(names).containsExactly("Part 0", "Part 1", "Part 2", "Part 3", "Part 4");
        assertThat(totals).containsExactly(1_003L, 1_002L, 1_001L, 1_000L, 1_500L);
        office.checkAnswers();
    }
}
