package dev.quittance.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.quittance.trials.process.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What people type is shown as they typed it, in pages, mails and at Stripe, and never becomes a part of the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PayloadsIT {
    private static final Pattern PAY_LINK = Pattern.compile("https?://[^\\s\"'<>]+/pay/[A-Za-z0-9_-]+");
    private static final List<String> TYPED = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1) class=evil>",
            "'><svg/onload=alert(1) class=evil>",
            "</title></textarea><iframe src=javascript:alert(1) class=evil>",
            "javascript:alert(1)//<a href=javascript:alert(1) class=evil>",
            "${7*191} #{7*191} {{7*191}} <%= 7*191 %> @{7*191} ${T(java.lang.Runtime)}",
            "\u202Eevil\u202C &lt;b class=evil&gt;");

    private final List<String> alarms = new ArrayList<>();
    private Sandbox sandbox;
    private Chromium chromium;
    private Page page;

    @BeforeAll
    void open(@TempDir Path folder) {
        sandbox = Sandbox.start(folder.resolve("data"));
        chromium = new Chromium();
        page = chromium.window(1280, 900, true, ColorScheme.LIGHT);
        page.onDialog(dialog -> {
            alarms.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                alarms.add(message.text());
            }
        });
        Sandbox.Login login = sandbox.login("admin", 0);
        page.navigate(sandbox.url().toString());
        page.locator("input[type=email]").fill(login.email());
        page.locator("input[type=password]").fill(login.password());
        page.locator("form:has(input[type=password]) button[type=submit]").click();
    }

    @AfterAll
    void close() {
        chromium.close();
        sandbox.close();
    }

    @Test
    void nothing_typed_becomes_an_element_a_dialog_or_a_result_anywhere_it_is_shown() {
        page.navigate(sandbox.url().resolve("/projects").toString());
        page.locator("a[href*='/project/']", new Page.LocatorOptions().setHasText("Ruiz roof"))
                .first()
                .click();
        String project = page.url();
        int n = 0;
        for (String typed : TYPED) {
            n++;
            page.navigate(project + "/actions/stripe-payments/request-payment");
            page.locator("[name=type]").first().evaluate("node => node.value");
            page.locator("[name=amount]").fill(n + "1.00");
            page.locator("[name=percent]").fill("");
            page.locator("[name=description]").fill(typed);
            Locator name = page.locator("[name=recipientName]");
            if (name.count() > 0) {
                name.fill(typed);
            }
            looked(typed, false);
            page.locator("form:has([name=amount]) button[type=submit]").last().click();
            looked(typed, false);
            assertThat(page.url()).as(typed).isEqualTo(project);
            seenInMailAndPaid(typed);
            page.navigate(project);
            looked(typed, false);
            page.navigate(project + "/lists/stripe-payments/payments");
            looked(typed, true);
        }
        page.navigate(sandbox.url().resolve("/notifications").toString());
        looked("notices", false);

        assertThat(alarms).isEmpty();
    }

    private void seenInMailAndPaid(String typed) {
        page.navigate(sandbox.url().resolve("/inbox").toString());
        Locator mail = page.locator("a[href*='/inbox/']").first();
        for (int i = 0; i < 40 && !isNew(); i++) {
            page.waitForTimeout(250);
            page.reload();
        }
        mail.click();
        looked(typed, true);
        String letter = page.url();
        Matcher link = PAY_LINK.matcher(page.content());
        assertThat(link.find()).as(typed).isTrue();
        page.navigate(letter + "/html");
        looked(typed, true);
        page.navigate(link.group());
        looked(typed, true);
        page.locator("form button[type=submit]").click();
        page.waitForURL(url -> url.startsWith(sandbox.stripe().toString()));
        looked(typed, true);
    }

    private int mails;

    private boolean isNew() {
        int now = page.locator("a[href*='/inbox/']").count();
        boolean more = now > mails;
        mails = more ? now : mails;
        return more;
    }

    /** Nobody's element is on the page, no template was worked out, and where the words are to be, they are. */
    private void looked(String typed, boolean shown) {
        String where = typed + " at " + page.url();
        assertThat(page.locator(".evil, [onerror], [onload], a[href^='javascript:' i], iframe[src^='javascript:' i]")
                        .count())
                .as(where)
                .isZero();
        assertThat(page.locator("script:not([src])").count()).as(where).isZero();
        String words = page.locator("body").innerText();
        assertThat(words).as(where).doesNotContain("1337");
        if (shown) {
            assertThat(words.replaceAll("\\s+", " ")).as(where).contains(typed.replaceAll("\\s+", " "));
        }
        assertThat(alarms).as(where).isEmpty();
    }
}
