package dev.quittance.trials.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/** Every stop of somebody who does the core jobs with the keyboard alone, page by page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KeyboardIT {
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
    void a_deposit_is_asked_for_paid_and_seen_on_a_wide_screen() {
        Page page = chromium.window(1280, 900, true, ColorScheme.LIGHT);
        KeyWalk walk = signIn(page);
        openRuizRoof(walk);
        asksForDeposit(walk);
        openPayAddress(page, walk);
        pays(page, walk);

        page.navigate(sandbox.url().resolve("/projects").toString());
        walk.skips().tabs("link New project", "link Ruiz roof").leaves("Enter");
        assertThat(page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Payments")))
                .containsText("Paid", soon());
        page.context().close();
    }

    @Test
    void a_deposit_goes_out_in_one_click_and_the_rest_is_split_on_a_phone_in_the_dark() {
        Page page = chromium.window(375, 812, true, ColorScheme.DARK);
        KeyWalk walk = signIn(page);
        walk.presses("/").isAt("searchbox Search").types("Harbor View gutters").leaves("Enter");
        walk.skips()
                .tabs("searchbox Name, number or e-mail", "button Find", "link Harbor View gutters")
                .leaves("Enter");
        walk.skips()
                .tabs("link Request Payment", "link Split payment", "button Mark as signed")
                .leaves("Enter");
        walk.isTold("status", "The project is now: Signed.");
        walk.tabs(
                        "link Request Payment",
                        "link Split payment",
                        "button Start work",
                        "link Edit",
                        "link Change order",
                        "disclosure More ▾",
                        "button Send deposit request")
                .leaves("Enter");
        walk.isTold("status", "Payment request for $6,450.00 is on its way to");
        walk.tabs("link Request Payment", "link Split payment").leaves("Enter");
        splits(page, walk);
        page.context().close();
    }

    @Test
    void an_invoice_is_written_issued_and_sent_on_a_tablet() {
        Page page = chromium.window(768, 1024, true, ColorScheme.LIGHT);
        KeyWalk walk = signIn(page);
        walk.tabs(
                        "link Skip to content",
                        "searchbox Search",
                        "disclosure Account of Olivia Bennett",
                        "link Home",
                        "link Projects",
                        "link Invoices")
                .leaves("Enter");
        walk.skips().tabs("link New invoice").leaves("Enter");
        writesInvoice(walk);
        page.context().close();
    }

    @Test
    void a_form_that_is_wrong_leads_to_what_is_wrong_and_the_account_opens() {
        Page page = chromium.window(375, 812, true, ColorScheme.LIGHT);
        KeyWalk walk = signIn(page);
        walk.tabs("link Skip to content", "searchbox Search", "disclosure Account of Olivia Bennett")
                .presses("Enter")
                .tabs("link Where you are signed in", "link Change password", "link API tokens", "button Sign out")
                .presses("Escape")
                .isAt("disclosure Account of Olivia Bennett")
                .tabs("link Home", "link Projects", "link Invoices", "link Clients")
                .leaves("Enter");
        walk.skips().tabs("link New client").leaves("Enter");
        walk.skips()
                .tabs("textbox Name of the person or company", "textbox E-mail (optional)")
                .types("nowhere")
                .leaves("Enter");

        walk.isTold("alert", "Nothing was saved");
        walk.tabs("link Name of the person or company: Give the client a name.")
                .presses("Enter")
                .isAt("textbox Name of the person or company")
                .types("Keyboard Client");
        walk.tabs("textbox E-mail (optional)").types("keyboard@example.com").leaves("Enter");
        walk.isTold("status", "The client is entered.");
        page.context().close();
    }

    private static void splits(Page page, KeyWalk walk) {
        Locator send = page.locator("main .q-submit button");
        walk.skips()
                .tabs("link ← Harbor View gutters", "textbox Total to split (USD)", "radio 2 payers")
                .presses("ArrowDown");
        assertThat(send).hasText("Send 3 requests");
        walk.isAt("radio 3 payers").presses("ArrowUp");
        assertThat(send).hasText("Send 2 requests");
        walk.isAt("radio 2 payers")
                .tabs(
                        "button Update the form",
                        "textbox Payer 1: name (optional)",
                        "textbox Payer 1: e-mail (optional)",
                        "textbox Payer 1: share (USD) (optional)",
                        "textbox Payer 2: name (optional)")
                .types("Mutual Insurance");
        walk.tabs("textbox Payer 2: e-mail (optional)").types("nowhere");
        walk.tabs("textbox Payer 2: share (USD) (optional)", "button Send 2 requests")
                .leaves("Enter");

        walk.isTold("alert", "Payer 2");
        walk.tabs("link Payer 2: e-mail: Enter one e-mail address, like name@example.com.")
                .presses("Enter")
                .isAt("textbox Payer 2: e-mail (optional)")
                .types("claims@mutual.example");
        walk.tabs("textbox Payer 2: share (USD) (optional)", "button Send 2 requests")
                .leaves("Enter");
        walk.isTold("status", "2 payment requests");
    }

    private static void writesInvoice(KeyWalk walk) {
        walk.skips()
                .tabs("combobox Client", "combobox Project (optional)", "textbox Currency", "textbox Days until due");
        walk.tabs("textbox Description").types("Gutter guards");
        walk.tabs("textbox Quantity").types("2");
        walk.tabs("textbox Unit price").types("120.50").leaves("Enter");

        walk.isTold("alert", "Nothing was saved.");
        walk.tabs("combobox Client").presses("M");
        walk.tabs(
                        "combobox Project (optional)",
                        "textbox Currency",
                        "textbox Days until due",
                        "textbox Description",
                        "textbox Quantity",
                        "textbox Unit price",
                        "textbox Tax %",
                        "button Save")
                .leaves("Enter");
        walk.isTold("status", "Saved.");
        walk.tabs("link Request Payment", "link Split payment", "button Issue").leaves("Enter");
        walk.isTold("status", "Issued.");
        walk.tabs("link Request Payment", "link Split payment", "button Send by mail")
                .leaves("Enter");
        walk.isTold("status", "Mailed to the client");
    }

    private KeyWalk signIn(Page page) {
        Sandbox.Login login = sandbox.login("office", 0);
        page.navigate(sandbox.url().toString());
        KeyWalk walk = new KeyWalk(page);
        walk.tabs("link Skip to content", "textbox E-mail").types(login.email());
        walk.tabs("textbox Password").types("not this one");
        walk.tabs("button Sign in").leaves("Enter");
        walk.isTold("alert", "not");
        walk.tabs("textbox E-mail", "textbox Password").types(login.password());
        walk.leaves("Enter");
        return walk;
    }

    private static void openRuizRoof(KeyWalk walk) {
        walk.tabs(
                        "link Skip to content",
                        "searchbox Search",
                        "disclosure Account of Olivia Bennett",
                        "link Home",
                        "link Projects")
                .leaves("Enter");
        walk.skips().tabs("link New project", "link Ruiz roof").leaves("Enter");
        walk.skips()
                .tabs(
                        "link Request Payment",
                        "link Split payment",
                        "button Start work",
                        "link Edit",
                        "link Change order",
                        "disclosure More ▾")
                .presses("Enter")
                .tabs("link Close project", "link Delete project", "button Send deposit request", "link Dana Ruiz")
                .tabs("link New invoice")
                .tabsBack("link Dana Ruiz", "button Send deposit request", "disclosure More ▾")
                .tabsBack("link Change order", "link Edit", "button Start work")
                .tabsBack("link Split payment", "link Request Payment")
                .leaves("Enter");
    }

    private static void asksForDeposit(KeyWalk walk) {
        walk.skips()
                .tabs(
                        "link ← Ruiz roof",
                        "radio Deposit 50% · $7,500.00",
                        "button Update the form",
                        "textbox Percentage of the contract (%) (optional)",
                        "textbox Amount (USD) (optional)")
                .types("ten");
        walk.tabs(
                        "textbox Description (optional)",
                        "textbox Recipient (optional)",
                        "textbox Recipient’s e-mail",
                        "button Send request")
                .leaves("Enter");

        walk.isTold("alert", "Amount");
        walk.tabs("link Amount (USD): Enter digits only, like 1234.55.").presses("Enter");
        walk.isAt("textbox Amount (USD) (optional)").types("7500");
        walk.tabs(
                        "textbox Description (optional)",
                        "textbox Recipient (optional)",
                        "textbox Recipient’s e-mail",
                        "button Send request")
                .leaves("Enter");
        walk.isTold("status", "Payment request for $7,500.00 is on its way to");
    }

    private static void openPayAddress(Page page, KeyWalk walk) {
        walk.tabsBack("link Inbox (sandbox)").leaves("Enter");
        Locator mail = page.locator("main a").filter(new Locator.FilterOptions().setHasText("7,500.00"));
        for (int i = 0; i < 120 && mail.count() == 0; i++) {
            page.waitForTimeout(250);
            page.reload();
        }
        String subject = mail.first().innerText();
        walk.skips().tabs("link " + subject).leaves("Enter");
        String address = page.locator(".crm-words a").first().innerText();
        walk.skips()
                .tabs("link Inbox", "link in the mail Pay $7,500.00", "link in the mail " + address, "link " + address)
                .tabs("disclosure Headers")
                .tabsBack("link " + address)
                .leaves("Enter");
    }

    private static void pays(Page page, KeyWalk walk) {
        walk.tabs("button Pay $7,500.00").leaves("Enter");
        walk.tabs(
                        "link ← Back to Ridgeline Roofing",
                        "link Card",
                        "link Apple Pay",
                        "link Google Pay",
                        "link US bank account",
                        "link Bank account by number",
                        "textbox Email",
                        "textbox Card number")
                .types("4242");
        walk.tabs("textbox Expiry date (MM / YY)").types("12 / 34");
        walk.tabs("textbox Security code (CVC)").types("123");
        walk.tabs("textbox Name on card").types("Dana Ruiz");
        walk.tabs("button Pay $7,500.00").leaves("Enter");

        walk.isTold("alert", "You were not charged.");
        walk.tabs("link Your card number is incomplete.").presses("Enter");
        walk.isAt("textbox Card number").types("4242 4242 4242 4242");
        walk.tabs("textbox Expiry date (MM / YY)").types("12 / 34");
        walk.tabs("textbox Security code (CVC)").types("123");
        walk.tabs("textbox Name on card", "button Pay $7,500.00").leaves("Enter");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Paid", soon());
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions soon() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(30_000);
    }
}
