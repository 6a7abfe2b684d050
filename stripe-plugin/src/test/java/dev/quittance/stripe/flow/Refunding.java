package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Submission;
import java.util.Map;
import java.util.TreeMap;

/** Gives back what was paid: in the office, and at Stripe where the plugin has no part in it. */
final class Refunding {
    private final Shop shop;

    private Refunding(Shop shop) {
        this.shop = shop;
    }

    /** A shop whose customer has paid a deposit of USD 4,800.00 with this card, and heard of it. */
    static Refunding paid(Shop shop, String card) {
        assertThat(shop.payer.pay(shop.clickThrough(shop.requestedLink()), card))
                .isPresent();
        shop.webhooks();
        return new Refunding(shop);
    }

    static Actor office() {
        return Shop.actor(Shop.RIDGELINE, "stripe-payments.refund", "stripe-payments.view");
    }

    Map<String, String> answers(String amount) {
        Map<String, String> answers = new TreeMap<>();
        answers.put("payment", shop.sql("select payment_id from payment"));
        answers.put("amount", amount);
        answers.put("reason", "requested_by_customer");
        return answers;
    }

    ActionResult refund(String amount) {
        return submit(shop, shop.submission(answers(amount)));
    }

    static ActionResult submit(Shop at, Submission submission) {
        return at.action("refund").submit(Shop.PROJECT, submission, office());
    }

    Submission named(String key, String amount) {
        return new Submission(key, new FormValues(answers(amount)));
    }

    /** What the form says at its amount, with the most that it allows. */
    static String problem(ActionResult result) {
        if (result instanceof ActionResult.Again again) {
            for (Field field : again.form().fields()) {
                if (!field.error().fallback().isEmpty()) {
                    return field.error().key() + " " + field.error().arguments();
                }
            }
        }
        return "";
    }

    /** Somebody gives money back in Stripe's dashboard; zero is all that is left. */
    JsonObject refundAtStripe(long minor) {
        String intent = shop.sql("select stripe_payment_intent_id from payment");
        return AtStripe.call(
                shop, "POST", "/v1/refunds", "payment_intent=" + intent + (minor == 0 ? "" : "&amount=" + minor));
    }

    /** What has left for good by Stripe's own books, minor units. */
    long givenBackAtStripe() {
        long sum = 0;
        for (JsonElement one :
                AtStripe.call(shop, "GET", "/v1/refunds", "limit=100").getAsJsonArray("data")) {
            JsonObject refund = one.getAsJsonObject();
            String status = refund.get("status").getAsString();
            sum += status.equals("failed") || status.equals("canceled")
                    ? 0
                    : refund.get("amount").getAsLong();
        }
        return sum;
    }

    long countAtStripe() {
        return AtStripe.call(shop, "GET", "/v1/refunds", "limit=100")
                .getAsJsonArray("data")
                .size();
    }

    /** Whatever happened: this much was given back, by Stripe's books and by every one of ours. */
    void agreeOn(long minor) {
        assertThat(givenBackAtStripe()).as("at Stripe").isEqualTo(minor);
        assertThat(number("select coalesce(sum(amount_minor), 0) from refund where state = 'SUCCEEDED'"))
                .as("refunds")
                .isEqualTo(minor);
        assertThat(number("select refunded_minor from payment")).as("payment").isEqualTo(minor);
        assertThat(number("select refunded_minor from record_balance"))
                .as("sums")
                .isEqualTo(minor);
        assertThat(number("select coalesce(sum(amount_minor), 0) from ledger_entry where account = 'refunded'"))
                .as("ledger")
                .isEqualTo(minor);
        ShopAssert.assertThatShop(shop).booksBalance();
    }

    private long number(String statement) {
        return Long.parseLong(shop.sql(statement));
    }
}
