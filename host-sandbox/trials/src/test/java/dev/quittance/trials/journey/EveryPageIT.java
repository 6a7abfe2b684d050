package dev.quittance.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.quittance.trials.process.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every page that the host says it has, in light and dark, narrow and wide, and with its text twice as large. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class EveryPageIT {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final List<String> KINDS = List.of("project", "client", "invoice");
    /** What is no page: machines' addresses and files to keep. */
    private static final Pattern NO_PAGE = Pattern.compile(
            "/(api|assets|plugin-assets|webhooks|health|metrics|notifications/count|settings/routes|sandbox/status|sign-out|x/.*/assets).*"
                    + "|.*([.]pdf|/pdf|/source|/html|[.]eml|/document|/pages/.*|/panels/.*)");

    private static final int TABLET = 768;
    /** The last is photographed. Twice the text on 375 pixels is what 187 are otherwise: less than any screen has. */
    private static final List<Integer> LARGE_TEXT_WIDTHS = List.of(1280, TABLET, 640);

    private static final List<Integer> WIDTHS = List.of(320, 375, TABLET, 1280);

    private final List<String> said = new ArrayList<>();
    private Sandbox sandbox;
    private Chromium chromium;
    private Set<String> paths;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        sandbox = Sandbox.start(folder.resolve("data"));
        chromium = new Chromium();
        Page page = signedIn(1280, ColorScheme.LIGHT);
        Map<String, String> ids = new LinkedHashMap<>();
        for (String kind : KINDS) {
            page.navigate(address("/" + kind + "s"));
            String link = page.locator("main a[href^='/" + kind + "/']:not([href$='/new'])")
                    .first()
                    .getAttribute("href");
            Matcher id = ID.matcher(link);
            assertThat(id.find()).as(link).isTrue();
            ids.put(kind, id.group());
        }
        paths = paths(page, ids);
        page.context().close();
    }

    @AfterAll
    void close() {
        chromium.close();
        sandbox.close();
    }

    @Test
    void the_inventory_leads_to_the_pages_that_everybody_knows() {
        assertThat(paths)
                .hasSizeGreaterThan(25)
                .contains("/", "/clients", "/projects", "/invoices", "/inbox", "/settings", "/search")
                .contains("/x/stripe-payments/settings")
                .anyMatch(path -> path.endsWith("/actions/stripe-payments/request-payment"))
                .anyMatch(path -> path.startsWith("/client/") && path.endsWith("/merge"));
    }

    @Test
    void in_the_light_on_a_wide_screen() {
        assertThat(faults("wide-light", 1280, ColorScheme.LIGHT)).isEmpty();
    }

    @Test
    void in_the_dark_on_a_phone() {
        assertThat(faults("phone-dark", 375, ColorScheme.DARK)).isEmpty();
    }

    @Test
    void in_the_light_on_a_phone() {
        assertThat(faults("phone-light", 375, ColorScheme.LIGHT)).isEmpty();
    }

    @Test
    void in_the_dark_on_a_wide_screen() {
        assertThat(faults("wide-dark", 1280, ColorScheme.DARK)).isEmpty();
    }

    @Test
    void no_words_are_cut_or_covered_at_any_width() {
        List<String> faults = new ArrayList<>();
        Page page = signedIn(320, ColorScheme.LIGHT);
        for (String path : paths) {
            page.navigate(address(path));
            for (int width : WIDTHS) {
                page.setViewportSize(width, 900);
                Layout.faults(page, width).forEach(fault -> faults.add(path + " at " + width + ": " + fault));
            }
            photographOnTablet(page, path);
        }
        page.context().close();
        assertThat(faults).isEmpty();
    }

    @Test
    void no_words_are_cut_or_covered_for_whoever_has_all_text_twice_as_large() {
        List<String> faults = new ArrayList<>();
        Page usual = signedIn(1280, ColorScheme.LIGHT);
        Page page = signedIn(1280, ColorScheme.LIGHT);
        Chromium.enlargeText(page);
        for (String path : paths) {
            usual.navigate(address(path));
            page.setViewportSize(1280, 900);
            page.navigate(address(path));
            Layout.small(Layout.sizes(usual), Layout.sizes(page)).forEach(fault -> faults.add(path + ": " + fault));
            for (int width : LARGE_TEXT_WIDTHS) {
                page.setViewportSize(width, 900);
                Layout.faults(page, width).forEach(fault -> faults.add(path + " at " + width + ": " + fault));
            }
            photograph(page, "large-text", path);
        }
        usual.context().close();
        page.context().close();
        assertThat(faults).isEmpty();
    }

    private static void photographOnTablet(Page page, String path) {
        page.setViewportSize(TABLET, 900);
        for (ColorScheme colours : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
            photograph(page, "tablet-" + colours.name().toLowerCase(Locale.ROOT), path);
        }
    }

    private static void photograph(Page page, String name, String path) {
        String words = ID.matcher(path).replaceAll("one").replaceAll("[^a-z-]+", "_");
        Chromium.photograph(page, "every" + words + "-" + name);
    }

    private List<String> faults(String name, int width, ColorScheme colours) {
        List<String> faults = new ArrayList<>();
        said.clear();
        Page page = signedIn(width, colours);
        for (String path : paths) {
            Response response = page.navigate(address(path));
            if (response.status() != 200) {
                faults.add(path + " answers " + response.status());
            }
            faults.addAll(Chromium.faults(page));
            photograph(page, name, path);
        }
        page.context().close();
        faults.addAll(said);
        return faults;
    }

    private Page signedIn(int width, ColorScheme colours) {
        Page page = chromium.window(width, 900, true, colours);
        page.onPageError(error -> said.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                said.add(page.url() + ": " + message.text());
            }
        });
        Sandbox.Login login = sandbox.login("admin", 0);
        page.navigate(sandbox.url().toString());
        page.locator("input[type=email]").fill(login.email());
        page.locator("input[type=password]").fill(login.password());
        page.locator("form:has(input[type=password]) button[type=submit]").click();
        page.waitForURL(url -> !url.contains("/sign-in"));
        return page;
    }

    /** The pages of the host's own list, with real records in the place of the braces; what names anything else is left out. */
    private Set<String> paths(Page page, Map<String, String> ids) throws IOException {
        APIResponse answer = page.request()
                .get(address("/settings/routes"), RequestOptions.create().setHeader("Accept", "application/json"));
        Set<String> found = new LinkedHashSet<>();
        for (JsonNode route : new ObjectMapper().readTree(answer.text())) {
            String path = route.path("pattern").asText();
            for (String kind : KINDS) {
                path = path.replaceAll("^/" + kind + "/\\{[^}]*}", "/" + kind + "/" + ids.get(kind));
            }
            boolean isPage = route.path("method").asText().equals("GET")
                    && !path.contains("{")
                    && !path.equals("/sign-in")
                    && !NO_PAGE.matcher(path).matches();
            if (isPage && isHtml(page.request().get(address(path)))) {
                found.add(path);
            }
        }
        return found;
    }

    /** What is no page, a picture or a download, is looked at elsewhere. What answers with trouble is looked at here. */
    private static boolean isHtml(APIResponse answer) {
        return answer.status() != 200
                || answer.headers().getOrDefault("content-type", "").startsWith("text/html");
    }

    private String address(String path) {
        return sandbox.url().resolve(path).toString();
    }
}
