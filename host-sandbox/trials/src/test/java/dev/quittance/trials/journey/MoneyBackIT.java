package dev.quittance.trials.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.quittance.trials.process.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Money that goes back, as people see it: by two of the office at once, and at Stripe. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MoneyBackIT {
    private static final Screen WIDE = new Screen("wide", 1280, 900, true, ColorScheme.LIGHT);
    private static final Screen PHONE = new Screen("phone", 375, 812, true, ColorScheme.LIGHT);
    private static final String CLIENT = "Miguel Ortega";
    private static final String MAIL = "miguel.ortega@example.com";

    private Sandbox sandbox;
    private Chromium chromium;

    @BeforeAll
    void open(@TempDir Path folder) {
        sandbox = Sandbox.start(folder.resolve("data"));
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
        sandbox.close();
    }

    @Test
    void two_of_the_office_refund_at_once_and_never_more_than_came() {
        Desk one = office(WIDE);
        Desk other = office(PHONE);
        String invoice = paid(one, "Gate", "100.00");
        refundForm(one, invoice, "60.00");
        refundForm(other, invoice, "60.00");

        one.press("Refund");
        other.press("Refund");

        assertThat(one.main()).containsText("$60.00 was given back.");
        assertThat(other.main()).containsText("The most you can refund is $40.00.");
        other.look("refund-too-much");
        refundForm(one, invoice, "20.00");
        refundForm(other, invoice, "20.00");
        one.press("Refund");
        other.press("Refund");
        assertThat(one.main()).containsText("$20.00 was given back.");
        assertThat(other.main()).containsText("$20.00 was given back.");
        one.sees(invoice, "Refunds");
        assertThat(refunds(one).getByText("$20.00")).hasCount(2);
        assertThat(refunds(one).getByText("$60.00")).hasCount(1);
        one.look("refunded");
        assertThat(one.faults()).isEmpty();
        assertThat(other.faults()).isEmpty();
    }

    @Test
    void what_somebody_gives_back_at_stripe_is_seen_on_the_record() {
        Desk office = office(WIDE);
        String invoice = paid(office, "Fence", "310.00");
        Page stripe = chromium.window(1280, 900, true, ColorScheme.LIGHT);
        stripe.navigate(sandbox.stripe().resolve("/dev/objects?kind=CHARGE").toString());
        stripe.locator("tr")
                .filter(new Locator.FilterOptions().setHasText("31000 usd"))
                .locator("a")
                .first()
                .click();
        stripe.getByLabel("Amount in minor units").fill("4000");
        stripe.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Refund a part"))
                .click();
        stripe.waitForLoadState();
        stripe.context().close();

        office.sees(invoice, "Somebody at Stripe");

        assertThat(refunds(office)).containsText("$40.00");
        assertThat(office.main()).containsText("Partly refunded");
        office.sees("/notifications", "Given back at Stripe: $40.00");
    }

    private Desk office(Screen screen) {
        return new Desk(chromium, sandbox, screen, new Mouse()).signIn("office", 0);
    }

    private static String asked(Desk office, String words, String amount) {
        String invoice = office.issueInvoice(CLIENT, words, amount);
        office.request(amount);
        return invoice;
    }

    private static String paid(Desk office, String words, String amount) {
        String invoice = asked(office, words, amount);
        office.pay(office.payLinkIn(amount, MAIL), amount);
        office.seesPaid(invoice, "$" + amount);
        return invoice;
    }

    /** Fills the form, and does not send it. */
    private static void refundForm(Desk office, String invoice, String amount) {
        office.open(invoice);
        office.follow("Refund");
        office.page().locator("[name=amount]").fill(amount);
        // Choosing shows the form again: what was typed stays.
        office.page()
                .waitForResponse(
                        answer -> answer.url().contains("refund"),
                        () -> office.page().locator("[name=how][value=part]").check());
        assertThat(office.page().locator("[name=amount]")).hasValue(amount);
        assertThat(office.page().locator("[name=how][value=part]")).isChecked();
    }

    private static Locator refunds(Desk office) {
        return office.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Refunds"));
    }
}
