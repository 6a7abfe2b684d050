package dev.quittance.trials.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.quittance.trials.process.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Sign in, request, open the mail, pay, see it paid and the receipt: in a browser, with axe looking at every page passed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MainJobIT {
    private static final String CARD = "4242 4242 4242 4242";
    private static final double PATIENCE_MS = 30_000;

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
    void by_mouse_on_a_wide_light_screen() {
        walk(new Screen("wide-light", 1280, 900, true, ColorScheme.LIGHT), new Mouse(), "Ruiz roof");
    }

    @Test
    void by_keyboard_alone_on_a_phone_in_the_dark() {
        walk(new Screen("phone-dark", 375, 812, true, ColorScheme.DARK), new Keyboard(), "Ortega gutters");
    }

    @Test
    void by_mouse_with_script_off_on_a_phone() {
        walk(new Screen("phone-light", 375, 812, false, ColorScheme.LIGHT), new Mouse(), "Harbor View gutters");
    }

    @Test
    void by_mouse_with_script_off_on_a_wide_dark_screen() {
        walk(new Screen("wide-dark", 1280, 900, false, ColorScheme.DARK), new Mouse(), "Harbor View flat roof");
    }

    private void walk(Screen screen, Hands hands, String project) {
        Journey journey = new Journey(chromium, screen, hands);
        journey.signIn(sandbox);
        journey.openProject(project);
        String amount = journey.requestPayment();
        journey.openPayLink(amount);
        journey.pay(CARD);
        journey.seePaid(sandbox, project, amount);

        assertThat(journey.faults()).isEmpty();
    }

    /** What somebody has before them; the name is that of its pictures. */
    record Screen(String name, int width, int height, boolean withScript, ColorScheme colours) {}

    /** How somebody gets about on a page. */
    interface Hands {
        void use(Locator control);

        void fill(Locator field, String text);

        /** From the page of a mail to the page it asks to pay on; gives the window in which that is. */
        Page openPayLink(Page mail);
    }

    /** Points and clicks. */
    static final class Mouse implements Hands {
        @Override
        public void use(Locator control) {
            control.click();
        }

        @Override
        public void fill(Locator field, String text) {
            field.click();
            field.fill(text);
        }

        /** The button in the mail, which opens a window as mail programs do. */
        @Override
        public Page openPayLink(Page mail) {
            Locator button = mail.frameLocator("iframe")
                    .getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("Pay"));
            return mail.waitForPopup(() -> use(button.first()));
        }
    }

    /** Reaches everything by the Tab key, as somebody does who has no mouse; fails for what cannot be reached. */
    static final class Keyboard implements Hands {
        private static final int MAX_STEPS = 120;

        @Override
        public void use(Locator control) {
            reach(control);
            control.page().keyboard().press("Enter");
        }

        @Override
        public void fill(Locator field, String text) {
            reach(field);
            field.page().keyboard().press("ControlOrMeta+a");
            field.page().keyboard().type(text);
        }

        /** The address in the mail's text part. */
        @Override
        public Page openPayLink(Page mail) {
            use(mail.locator("a[href*='/pay/']").first());
            return mail;
        }

        private static void reach(Locator control) {
            control.waitFor();
            for (int i = 0; i < MAX_STEPS; i++) {
                if (Boolean.TRUE.equals(control.evaluate("element => element === document.activeElement"))) {
                    return;
                }
                control.page().keyboard().press("Tab");
            }
            throw new AssertionError("not reached by Tab: " + control);
        }
    }

    /** One person's way through the main job. */
    static final class Journey {
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
            return list().locator("tbody tr")
                    .first()
                    .locator(".q-money")
                    .first()
                    .innerText();
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
            Locator receipt = page.getByRole(AriaRole.LINK, named("Receipt"))
                    .filter(new Locator.FilterOptions().setHasText(amount));
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
}
