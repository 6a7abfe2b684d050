package dev.quittance.trials.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody in the office who looks at pages, signed in. */
final class Office {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");
    private static final Pattern API_TOKEN = Pattern.compile("(qt_[A-Za-z0-9_-]+)");
    private static final Pattern PROJECT = Pattern.compile("href=\"(/project/[^/\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI crm;

    private Office(URI crm) {
        this.crm = crm;
    }

    /** Signs in at this CRM. */
    static Office signIn(URI crm, String email, String password) throws IOException {
        Office office = new Office(crm);
        String form = office.open("/sign-in");
        String body = "_token=" + encoded(found(TOKEN, form)) + "&next=&email=" + encoded(email) + "&password="
                + encoded(password);
        office.send(office.request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return office;
    }

    /** The path of a project's page. */
    String findProject() throws IOException {
        return found(PROJECT, open("/projects"));
    }

    /** The ids of the projects on the list. */
    List<String> listProjects() throws IOException {
        return PROJECT.matcher(open("/projects"))
                .results()
                .map(found -> found.group(1).substring("/project/".length()))
                .distinct()
                .toList();
    }

    /** A token with which programs may what this person may. */
    String makeToken() throws IOException {
        String form = open("/settings/tokens");
        String answer = send(request("/settings/tokens")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "_token=" + encoded(found(TOKEN, form)) + "&name=Measurement")));
        return found(API_TOKEN, answer);
    }

    /**
     * A page's text.
     *
     * @throws IOException if the answer is not 200
     */
    String open(String path) throws IOException {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(crm.resolve(path)).timeout(PATIENCE);
    }

    private String send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException(answer.uri() + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String found(Pattern pattern, String page) throws IOException {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new IOException("a page lacks " + pattern);
        }
        return matcher.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
