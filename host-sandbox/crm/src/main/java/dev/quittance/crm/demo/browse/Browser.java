package dev.quittance.crm.demo.browse;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A browser without script: keeps cookies, follows redirects, sends forms. For one person, so not thread-safe. */
public final class Browser {
    /** The hosted page answers only after the webhook was acknowledged, which takes up to ten seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
    private static final int MAX_REDIRECTS = 10;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(CONNECT_LIMIT)
            .build();

    /** Opens an address and follows where it leads. */
    public WebPage open(URI address) throws IOException {
        return follow(get(address));
    }

    /** Sends a form and follows where it leads. */
    public WebPage submit(WebForm form) throws IOException {
        return follow(submitOnly(form));
    }

    /** Sends a form and stops at the answer, which may lead on. */
    public WebPage submitOnly(WebForm form) throws IOException {
        return send(HttpRequest.newBuilder(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", form.origin())
                .POST(HttpRequest.BodyPublishers.ofString(form.encoded(), StandardCharsets.US_ASCII)));
    }

    /** Follows where an answer leads. */
    public WebPage follow(WebPage answer) throws IOException {
        WebPage page = answer;
        for (int i = 0; i < MAX_REDIRECTS && page.leadsTo().isPresent(); i++) {
            page = get(page.leadsTo().get());
        }
        return page;
    }

    private WebPage get(URI address) throws IOException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    private WebPage send(HttpRequest.Builder builder) throws IOException {
        HttpRequest request =
                builder.header("Accept", "text/html").timeout(PATIENCE).build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new WebPage(
                    request.uri(), response.statusCode(), response.headers().firstValue("Location"), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(
                    "interrupted while waiting for " + request.uri().getHost());
        }
    }
}
