package dev.quittance.trials.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.quittance.trials.process.Sandbox;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Somebody of the business at their own browser, going about the records. */
final class Desk {
    private static final String CARD = "4242 4242 4242 4242";
    private static final int PATIENCE_ROUNDS = 80;
    private static final double ROUND_MS = 250;
    private static final int SEE_OTHER = 303;

    private final Chromium chromium;
    private final Sandbox sandbox;
    private final Screen screen;
    private final Hands hands;
    private final Page page;
    private final String hosted;
    private final List<String> faults = new ArrayList<>();

    Desk(Chromium chromium, Sandbox sandbox, Screen screen, Hands hands) {
        this(chromium, sandbox, screen, hands, sandbox.stripe().toString());
    }

    /** One whose customers are sent to pay at an address that begins like this. */
    Desk(Chromium chromium, Sandbox sandbox, Screen screen, Hands hands, String hosted) {
        this.hosted = hosted;
        this.chromium = chromium;
        this.sandbox = sandbox;
        this.screen = screen;
        this.hands = hands;
        this.page = chromium.window(screen.width(), screen.height(), screen.withScript(), screen.colours());
    }

    Page page() {
        return page;
    }

    /** What axe found, and pages that scroll sideways. */
    List<String> faults() {
        return faults;
    }

    Desk signIn(String role, int organisation) {
        Sandbox.Login login = sandbox.login(role, organisation);
        open("/");
        hands.fill(page.getByLabel("E-mail"), login.email());
        hands.fill(page.getByLabel("Password"), login.password());
        press("Sign in");
        page.waitForURL(url -> !url.contains("sign-in"));
        return this;
    }

    void open(String path) {
        page.navigate(sandbox.url().resolve(path).toString());
    }

    /** Opens the record with this name from its list; gives its address. */
    String openRecord(String list, String name) {
        open(list);
        hands.use(main().getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name))
                .first());
        page.waitForURL(url -> url.matches(".*/(project|client|invoice)/[0-9a-f-]+"));
        return page.url();
    }

    /** Presses a button that leads on, and waits for the page it leads to. */
    void press(String button) {
        Locator control = main().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .first();
        page.waitForResponse(
                answer -> answer.request().isNavigationRequest() && answer.status() != SEE_OTHER,
                () -> hands.use(control));
        page.waitForLoadState();
    }

    void follow(String link) {
        hands.use(main().getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(link).setExact(true))
                .first());
        page.waitForLoadState();
    }

    /** Writes an invoice of one line by the form, and issues it; gives its address. */
    String issueInvoice(String client, String words, String price) {
        return issueInvoice(client, words, price, "30");
    }

    /** One that is due after so many days. */
    String issueInvoice(String client, String words, String price, String days) {
        open("/invoices/new");
        hands.fill(page.locator("#terms"), days);
        page.locator("#client").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(client));
        hands.fill(page.locator("#description_1"), words);
        hands.fill(page.locator("#quantity_1"), "1");
        hands.fill(page.locator("#price_1"), price);
        press("Save");
        press("Issue");
        assertThat(main()).containsText("Issued");
        return page.url().replaceAll("[?#].*", "");
    }

    void addClient(String name, String email) {
        open("/clients/new");
        hands.fill(page.locator("#name"), name);
        hands.fill(page.locator("#email"), email);
        main().locator("form button[type=submit]").last().click();
        page.waitForURL("**/client/*");
    }

    /** Asks for an amount on the record that is open. */
    void request(String amount) {
        follow("Request Payment");
        hands.fill(page.locator("[name=amount]"), amount);
        look("request");
        press("Send request");
    }

    Locator main() {
        return page.getByRole(AriaRole.MAIN);
    }

    /** Waits until the page, opened again and again, shows these words in its main part. */
    void sees(String address, String words) {
        open(address);
        for (int i = 0; i < PATIENCE_ROUNDS && !main().innerText().contains(words); i++) {
            page.waitForTimeout(ROUND_MS);
            page.reload();
        }
        assertThat(main()).containsText(words);
    }

    /** The pay address in the newest mail whose subject has these words and which went to this address. */
    String payLinkIn(String subject, String recipient) {
        openMail(subject, recipient);
        return page.locator("a[href*='/pay/']").first().getAttribute("href");
    }

    void openMail(String subject, String recipient) {
        open("/inbox");
        Locator mail = page.locator("tr")
                .filter(new Locator.FilterOptions().setHasText(recipient))
                .locator("a")
                .filter(new Locator.FilterOptions().setHasText(subject));
        for (int i = 0; i < PATIENCE_ROUNDS && mail.count() == 0; i++) {
            page.waitForTimeout(ROUND_MS);
            page.reload();
        }
        hands.use(mail.first());
        page.waitForURL("**/inbox/*");
    }

    /** Another window, of somebody who has nothing to do with the business: the customer's. */
    Page customer(String payLink) {
        Page window = chromium.window(screen.width(), screen.height(), screen.withScript(), screen.colours());
        window.navigate(payLink);
        return window;
    }

    /** The customer pays what the link asks for; gives what was asked. */
    void pay(String payLink, String amount) {
        Page customer = customer(payLink);
        toHostedPage(customer, amount);
        payHosted(customer);
        customer.context().close();
    }

    void toHostedPage(Page customer, String amount) {
        assertThat(customer.getByRole(AriaRole.MAIN)).containsText(amount);
        hands.use(customer.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Pay"))
                .first());
        customer.waitForURL(url -> url.startsWith(hosted));
        assertThat(customer.locator("body")).containsText(amount);
    }

    void payHosted(Page customer) {
        payHosted(customer, "Paid");
    }

    /** The same where the bank takes its time. */
    void payByBank(String payLink, String amount) {
        Page customer = customer(payLink);
        toHostedPage(customer, amount);
        payHosted(customer, "on its way");
        customer.context().close();
    }

    private void payHosted(Page customer, String then) {
        hands.fill(customer.locator("[name=cardNumber]"), CARD);
        hands.fill(customer.locator("[name=cardExpiry]"), "12 / 34");
        hands.fill(customer.locator("[name=cardCvc]"), "123");
        hands.fill(customer.locator("[name=billingName]"), "Dana Ruiz");
        hands.use(customer.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Pay"))
                .first());
        assertThat(customer.getByRole(AriaRole.MAIN))
                .containsText(
                        then,
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(30_000));
    }

    /** The amounts above the record, as the host has them. */
    TreeMap<String, String> highlights() {
        return facts(page.locator("section[aria-label=Money] dl > div"));
    }

    /** Waits until the host has this much as paid. */
    void seesPaid(String address, String amount) {
        seesFigure(address, "Paid", amount);
    }

    /** Waits until the host has this much under this name. */
    void seesFigure(String address, String name, String amount) {
        open(address);
        for (int i = 0; i < PATIENCE_ROUNDS && !amount.equals(highlights().get(name)); i++) {
            page.waitForTimeout(ROUND_MS);
            page.reload();
        }
        assertThat(highlights()).as(address).containsEntry(name, amount);
    }

    /** What the plugin's list says in sum. */
    TreeMap<String, String> listTotals() {
        return facts(page.locator(".q-list .card-footer .q-facts > div"));
    }

    /** The host's figures say what the plugin's list says in sum; of what the bank gets the host knows nothing. */
    void hostAndPluginAgree(String address) {
        for (int i = 0; i < PATIENCE_ROUNDS; i++) {
            open(address);
            if (highlights().entrySet().containsAll(sharedTotals().entrySet())) {
                break;
            }
            page.waitForTimeout(ROUND_MS);
        }
        assertThat(sharedTotals()).containsKeys("Paid", "Processing", "Requested");
        assertThat(highlights()).as(address).containsAllEntriesOf(sharedTotals());
    }

    private TreeMap<String, String> sharedTotals() {
        TreeMap<String, String> shared = listTotals();
        shared.keySet().retainAll(highlights().keySet());
        return shared;
    }

    private static TreeMap<String, String> facts(Locator rows) {
        TreeMap<String, String> facts = new TreeMap<>();
        for (Locator row : rows.all()) {
            facts.put(
                    row.locator("dt").innerText().strip(),
                    row.locator("dd").innerText().strip());
        }
        return facts;
    }

    /** Takes a picture, and lets axe look where script runs. */
    void look(String step) {
        look(page, step);
    }

    void look(Page seen, String step) {
        seen.waitForLoadState();
        Chromium.photograph(seen, "office-" + screen.name() + "-" + step);
        if (screen.withScript()) {
            faults.addAll(Chromium.faults(seen));
            boolean sideways = Boolean.TRUE.equals(
                    seen.evaluate("() => document.documentElement.scrollWidth > document.documentElement.clientWidth"));
            if (sideways) {
                faults.add(seen.url() + " is wider than the screen (" + step + ")");
            }
        }
    }
}
