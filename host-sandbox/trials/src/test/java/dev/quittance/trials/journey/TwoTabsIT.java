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

/** One request that is open in several tabs, while the office changes what it asks for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TwoTabsIT {
    private static final Screen PHONE = new Screen("phone-tabs", 375, 740, true, ColorScheme.DARK);
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
    void two_tabs_press_pay_and_one_payment_comes() {
        Desk office = office();
        String invoice = asked(office, "Attic", "410.00");
        String link = office.payLinkIn("410.00", MAIL);
        Page one = office.customer(link);
        Page other = tabBeside(one, link);

        office.toHostedPage(one, "410.00");
        office.toHostedPage(other, "410.00");

        assertThat(other.url()).isEqualTo(one.url());
        office.payHosted(one);
        pay(other);
        other.waitForLoadState();
        other.navigate(link);
        assertThat(other.getByRole(AriaRole.MAIN)).containsText("Paid");
        office.look(other, "second-tab-after-paying");
        office.seesPaid(invoice, "$410.00");
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void the_amount_changes_while_one_tab_is_at_stripe_and_one_is_about_to_go_there() {
        Desk office = office();
        String invoice = asked(office, "Cellar", "500.00");
        String link = office.payLinkIn("500.00", MAIL);
        Page atStripe = office.customer(link);
        Page waiting = tabBeside(atStripe, link);
        assertThat(waiting.getByRole(AriaRole.MAIN)).containsText("$500.00");
        office.toHostedPage(atStripe, "500.00");

        office.open(invoice);
        office.follow("Change an amount");
        office.page().locator("[name=amount]").fill("350.00");
        office.look("change-amount");
        office.press("Change amount");

        assertThat(office.main()).containsText("The request asks for $350.00 now, by the same link.");
        office.look("amount-changed");
        pay(atStripe);
        assertThat(atStripe.locator("body")).containsText("expired");
        press(waiting);
        assertThat(waiting.getByRole(AriaRole.MAIN)).containsText("$350.00");
        office.look(waiting, "customer-sees-new-amount");
        office.toHostedPage(waiting, "350.00");
        office.payHosted(waiting);
        office.seesPaid(invoice, "$350.00");
        office.openMail("Changed payment request", MAIL);
        assertThat(office.main()).containsText("$350.00");
        assertThat(office.faults()).isEmpty();
    }

    private Desk office() {
        return new Desk(chromium, sandbox, PHONE, new Mouse()).signIn("office", 0);
    }

    private static String asked(Desk office, String words, String amount) {
        String invoice = office.issueInvoice(CLIENT, words, amount);
        office.request(amount);
        return invoice;
    }

    private static Page tabBeside(Page first, String link) {
        Page tab = first.context().newPage();
        tab.navigate(link);
        return tab;
    }

    /** Fills in a card, if there is still a form for it, and presses the button. */
    private static void pay(Page hosted) {
        if (hosted.locator("[name=cardNumber]").count() > 0) {
            hosted.locator("[name=cardNumber]").fill("4242 4242 4242 4242");
            hosted.locator("[name=cardExpiry]").fill("12 / 34");
            hosted.locator("[name=cardCvc]").fill("123");
            hosted.locator("[name=billingName]").fill("Dana Ruiz");
            press(hosted);
        }
    }

    private static void press(Page customer) {
        customer.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Pay"))
                .first()
                .click();
        customer.waitForLoadState();
    }
}
