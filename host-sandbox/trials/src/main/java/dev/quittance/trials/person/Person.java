package dev.quittance.trials.person;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** Someone at a browser without script: keeps cookies, follows redirects one by one, sees what a server says. */
public final class Person {
    private static final int MAX_REDIRECTS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    /** Opens an address and follows where it leads. */
    public Seen open(URI address) {
        return follow(send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").GET()));
    }

    /** Opens an address of a site, by its path. */
    public Seen open(URI site, String path) {
        return open(site.resolve(path));
    }

    /** Opens an address without following where it leads. */
    public Seen look(URI address) {
        return send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").GET());
    }

    /** Asks for an address as a program does. */
    public Seen ask(URI address, String accept) {
        return send(HttpRequest.newBuilder(address).header("Accept", accept).GET());
    }

    /** Downloads what is no page; whoever asks closes the stream. */
    public HttpResponse<InputStream> download(URI address) {
        HttpRequest request =
                HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks for an address with a key, as a program does. */
    public Seen askWithKey(URI address, String key) {
        return send(HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + key)
                .GET());
    }

    /** Sends a form and follows where it leads. */
    public Seen submit(FilledForm form) {
        return follow(submitOnly(form));
    }

    /** Sends a form without following where it leads. */
    public Seen submitOnly(FilledForm form) {
        HttpRequest.Builder request = HttpRequest.newBuilder(form.action())
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", form.origin())
                .POST(HttpRequest.BodyPublishers.ofString(form.encoded()));
        return send(request);
    }

    /** Sends bytes with headers, as a machine does. */
    public Seen post(URI address, byte[] body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return send(request);
    }

    private Seen follow(Seen first) {
        Seen seen = first;
        for (int i = 0; i < MAX_REDIRECTS && seen.leadsTo().isPresent(); i++) {
            seen = send(HttpRequest.newBuilder(seen.leadsTo().get())
                    .header("Accept", "text/html")
                    .GET());
        }
        return seen;
    }

    private Seen send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Seen(request.uri(), answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
