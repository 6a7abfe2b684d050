package dev.quittance.trials.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Requests of payment over REST, each of one unit of money, on one project after the other. Thread-safe. */
final class Requests {
    private static final String PATH = "/api/plugins/stripe-payments/payment_requests";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MADE = 201;

    /** Calls of the plugin to any other host, so far: {@code quittance.outgoing}. */
    private static final Pattern OUTGOING =
            Pattern.compile("(?m)^quittance_outgoing_seconds_count\\{[^}]*\\} ([0-9.E+]+)$");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI crm;
    private final String token;
    private final List<String> projects;
    private final AtomicInteger next = new AtomicInteger();

    private Requests(URI crm, String token, List<String> projects) {
        this.crm = crm;
        this.token = token;
        this.projects = projects;
    }

    /** Requests of this person, on the projects that take one. */
    static Requests of(URI crm, Office office) throws IOException {
        Requests all = new Requests(crm, office.makeToken(), office.listProjects());
        List<String> taking = all.projects.stream().filter(all::isTaken).toList();
        if (taking.isEmpty()) {
            throw new IOException("no project takes a request of payment");
        }
        return new Requests(crm, all.token, taking);
    }

    /** One caller. */
    Crowd.Caller caller() {
        return new Crowd.Caller() {
            @Override
            public void call() throws IOException {
                int turn = Math.floorMod(next.getAndIncrement(), projects.size());
                HttpResponse<String> answer = send(projects.get(turn));
                if (answer.statusCode() != MADE) {
                    throw new IOException("a request was answered " + answer.statusCode() + ": " + answer.body());
                }
            }

            @Override
            public void close() {
                // The connections are the client's.
            }
        };
    }

    /** How often the plugin has called another host so far, for whatever reason, as the host's own figures say. */
    long outgoing() throws IOException {
        String figures = send(HttpRequest.newBuilder(crm.resolve("/metrics"))).body();
        return OUTGOING.matcher(figures)
                .results()
                .map((MatchResult found) -> found.group(1))
                .mapToLong(count -> (long) Double.parseDouble(count))
                .sum();
    }

    private boolean isTaken(String project) {
        try {
            return send(project).statusCode() == MADE;
        } catch (IOException e) {
            throw new IllegalStateException("the CRM does not answer", e);
        }
    }

    private HttpResponse<String> send(String project) throws IOException {
        String body = "{\"record\":{\"object\":\"project\",\"id\":\"" + project
                + "\"},\"type\":\"custom\",\"amount\":\"1.00\",\"confirm\":[\"over_left\",\"sent_already\"]}";
        return send(HttpRequest.newBuilder(crm.resolve(PATH))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
