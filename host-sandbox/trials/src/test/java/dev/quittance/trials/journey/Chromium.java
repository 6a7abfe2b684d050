package dev.quittance.trials.journey;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The machine's own Chromium, headless. */
final class Chromium implements AutoCloseable {
    private static final List<String> OPTIONS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setHeadless(true)
                        .setArgs(OPTIONS));
    }

    /** Sets all text of this window to twice its size, as people set it in their browser. */
    static void enlargeText(Page page) {
        JsonObject sizes = new JsonObject();
        sizes.addProperty("standard", 32);
        sizes.addProperty("fixed", 26);
        JsonObject call = new JsonObject();
        call.add("fontSizes", sizes);
        page.context().newCDPSession(page).send("Page.setFontSizes", call);
    }

    private static Path executable() {
        return Stream.of(
                        Objects.toString(System.getenv("QUITTANCE_BROWSER"), ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium: name one in QUITTANCE_BROWSER"));
    }

    /** A window of a browser of its own: nothing is shared with other windows. */
    Page window(int width, int height, boolean withScript, ColorScheme colours) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setJavaScriptEnabled(withScript)
                .setColorScheme(colours)
                // Otherwise pages scroll smoothly, and a click meets what has moved on.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setLocale("en-US"));
        // Long, since a busy machine is slow and not wrong.
        context.setDefaultTimeout(60_000);
        return context.newPage();
    }

    /** What axe finds wrong with the page, each with where. */
    static List<String> faults(Page page) {
        // Legacy mode stays in the page itself: the frame that shows a mail runs no script, so axe would wait there for
        // ever.
        return new AxeBuilder(page)
                        .setLegacyMode(true)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> describe(page, rule))
                        .collect(Collectors.toList());
    }

    /**
     * What axe finds wrong with the mail that the page shows. The frame it stands in runs no script, so the mail is laid out in a
     * window of its own.
     */
    List<String> faultsOfMail(Page page) {
        String address = page.url() + "/html";
        String html = page.request().get(address).text();
        try (BrowserContext context = browser.newContext()) {
            Page alone = context.newPage();
            alone.setContent(html);
            return faults(alone).stream().map(fault -> address + " " + fault).collect(Collectors.toList());
        }
    }

    private static String describe(Page page, Rule rule) {
        return page.url() + ": " + rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).collect(Collectors.joining(" | "));
    }

    /** Keeps a picture of the whole page for people to look at. */
    static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
