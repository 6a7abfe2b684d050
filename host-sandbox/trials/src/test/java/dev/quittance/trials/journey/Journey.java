package dev.quittance.trials.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.quittance.trials.process.Sandbox;
import java.util.ArrayList;
import java.util.List;

/** One person's way through the main job. */
final class Journey {
    private static final double PATIENCE_MS = 30_000;

    private final Chromium chromium;
    private final boolean withScript;
    private final String name;
    private final Hands hands;
    private Page page;
    private final List<String> faults = new ArrayList<>();

    Journey(Chromium chromium, Screen screen, Hands hands) {
        this.chromium = chromium;
        this.page = chromium.window(screen.width(), screen.height(), screen.withScript(), screen.colours());
        this.withScript = screen.withScript();
        this.name = screen.name();
        this.hands = hands;
    }

    List<String> faults() {
        return faults;
    }

    void signIn(Sandbox sandbox) {
        Sandbox.Login login = sandbox.login("office", 0);
        page.navigate(sandbox.url().toString());
        look("1-sign-in");
        hands.fill(page.getByLabel("E-mail"), login.email());
        hands.fill(page.getByLabel("Password"), login.password());
        hands.use(button("Sign in", true));
    }

    void openProject(String project) {
        hands.use(page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK, inside("Projects")));
        look("2-projects");
        hands.use(page.getByRole(AriaRole.LINK, named(project)).first());
        look("3-project");
    }

    String requestPayment() {
        hands.use(page.getByRole(AriaRole.LINK, named("Request Payment")));
        look("4-request");
        hands.fill(page.getByLabel("Percentage"), "40");
        hands.use(button("Send request", true));
        assertThat(list()).containsText("Sent", soon());
        look("5-requested");
        return list().locator("tbody tr").first().locator(".q-money").first().innerText();
    }

    void openPayLink(String amount) {
        hands.use(page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK, inside("Inbox")));
        Locator mail = page.getByRole(AriaRole.LINK, named(amount)).first();
        for (int i = 0; i < 40 && mail.count() == 0; i++) {
            page.waitForTimeout(250);
            page.reload();
        }
        look("6-inbox");
        hands.use(mail);
        look("7-mail");
        if (withScript) {
            faults.addAll(chromium.faultsOfMail(page));
        }
        page = hands.openPayLink(page);
        page.waitForURL("**/pay/**");
        look("8-pay-page");
        assertThat(page.getByRole(AriaRole.MAIN)).containsText(amount);
    }

    void pay(String card) {
        hands.use(button("Pay", false));
        look("9-hosted-page");
        hands.fill(page.locator("[name=cardNumber]"), card);
        hands.fill(page.locator("[name=cardExpiry]"), "12 / 34");
        hands.fill(page.locator("[name=cardCvc]"), "123");
        hands.fill(page.locator("[name=billingName]"), "Dana Ruiz");
        hands.use(button("Pay", false));
        assertThat(page.getByRole(AriaRole.MAIN)).containsText("Paid", soon());
        look("10-paid");
    }

    void seePaid(Sandbox sandbox, String project, String amount) {
        page.navigate(sandbox.url().resolve("/projects").toString());
        hands.use(page.getByRole(AriaRole.LINK, named(project)).first());
        assertThat(list()).containsText("Paid", soon());
        look("11-project-paid");
        hands.use(page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK, inside("Inbox")));
        Locator receipt =
                page.getByRole(AriaRole.LINK, named("Receipt")).filter(new Locator.FilterOptions().setHasText(amount));
        for (int i = 0; i < 40 && receipt.count() == 0; i++) {
            page.waitForTimeout(250);
            page.reload();
        }
        hands.use(receipt.first());
        look("12-receipt");
    }

    private Locator list() {
        return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Payments"));
    }

    private Locator button(String words, boolean exact) {
        return page.getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(words).setExact(exact))
                .first();
    }

    private void look(String step) {
        page.waitForLoadState();
        Chromium.photograph(page, name + "-" + step);
        if (withScript) {
            // axe is a script itself; the pages are the same without.
            faults.addAll(Chromium.faults(page));
        }
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words);
    }

    private static Locator.GetByRoleOptions inside(String words) {
        return new Locator.GetByRoleOptions().setName(words);
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS);
    }
}
