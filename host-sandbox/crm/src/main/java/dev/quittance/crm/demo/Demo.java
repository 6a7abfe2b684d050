package dev.quittance.crm.demo;

import dev.quittance.crm.demo.browse.WebPage;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Starts a sandbox and walks the main job through it, step by step; what does not come in time fails it. */
public final class Demo {
    /** On a busy machine everything starts in half of this; with the end of the sandbox it stays below a minute. */
    private static final Duration START_LIMIT = Duration.ofSeconds(45);
    /** A step takes a second; what has not come by then does not come. */
    private static final Duration STEP_LIMIT = Duration.ofSeconds(30);
    /** How long the payment may take to show without the payer coming back: that it does is the webhook's doing. */
    private static final Duration WEBHOOK_LIMIT = Duration.ofSeconds(8);

    private static final String DEPOSIT_PERCENT = "40";
    private static final String PAID = "Paid";

    private final DemoSettings settings;
    private final Steps steps;
    private final PrintStream err;
    private String current = "started";

    /** A demo that says what it sees to these streams. */
    public Demo(DemoSettings settings, PrintStream out, PrintStream err) {
        this.settings = settings;
        this.steps = new Steps(out, settings.json());
        this.err = err;
    }

    /** Whether every step came. */
    public boolean run() {
        try {
            Path data = settings.data().orElse(Files.createTempDirectory("quittance-demo"));
            try (SandboxProcess sandbox = SandboxProcess.start(command(data), START_LIMIT)) {
                steps.came("started", "CRM at " + sandbox.url());
                walk(sandbox);
                return true;
            } finally {
                if (settings.data().isEmpty()) {
                    delete(data);
                }
            }
        } catch (DemoFailure | IOException | UncheckedIOException e) {
            err.println("demo: " + current + " did not come: " + e.getMessage());
            steps.failed(current, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private List<String> command(Path data) {
        List<String> command = new ArrayList<>(settings.program());
        command.add("up");
        command.addAll(settings.passedOn());
        command.add("--json");
        if (settings.data().isEmpty()) {
            command.addAll(List.of("--data", data.toString()));
        }
        if (!settings.portGiven()) {
            command.addAll(List.of("--port", "0"));
        }
        if (settings.ownSchemas()) {
            // A key that opens what an earlier run sealed went with that run's data: so each run has schemas of its
            // own.
            command.addAll(List.of("--schema-prefix", "demo_" + Long.toString(System.currentTimeMillis(), 36) + "_"));
        }
        return command;
    }

    private void walk(SandboxProcess sandbox) throws IOException, DemoFailure {
        Office office = new Office(sandbox);
        current = "signed_in";
        steps.came(current, office.signIn());

        current = "requested";
        Set<URI> before = office.mails();
        Office.Project project = office.chooseProject();
        Office.Row requested = office.requestDeposit(project, DEPOSIT_PERCENT);
        steps.came(current, project.name() + ": " + requested.words());

        current = "mail_received";
        WebPage mail = waitForMail(office, before, "pay link", Demo::hasPayLink);
        steps.came(current, mail.heading());
        pay(office, project, requested.key(), mail);
        steps.finished(requested.key());
    }

    private void pay(Office office, Office.Project project, String key, WebPage mail) throws IOException, DemoFailure {
        Payer payer = new Payer();
        current = "link_opened";
        WebPage payPage = payer.open(payLink(mail).orElseThrow(() -> new DemoFailure("the mail has no pay link")));
        steps.came(current, payPage.heading());

        current = "paid";
        Set<URI> before = office.mails();
        WebPage hosted = payer.clickPay(payPage);
        WebPage answer = payer.payBy(settings.card(), hosted);
        steps.came(current, hosted.heading() + ", card accepted");

        current = "webhook_applied";
        Optional<Office.Row> early = waitForPaid(office, project, key, WEBHOOK_LIMIT);
        WebPage thanks = payer.goBack(answer);
        Office.Row row = early.isPresent() ? early.get() : latePaid(office, project, key);
        steps.came(current, row.state() + (early.isPresent() ? " before" : " after") + " the payer came back");

        current = "listed";
        Office.Row listed = latePaid(office, project, key);
        steps.came(current, listed.words() + "; the payer sees: " + thanks.heading());

        current = "receipt";
        WebPage receipt = waitForMail(office, before, "receipt", Demo::isReceipt);
        steps.came(current, receipt.heading());
    }

    private static Optional<Office.Row> waitForPaid(Office office, Office.Project project, String key, Duration limit)
            throws IOException, DemoFailure {
        return Patience.wait(
                limit,
                () -> office.rows(project).stream()
                        .filter(row -> row.key().equals(key) && row.state().contains(PAID))
                        .findFirst());
    }

    private static Office.Row latePaid(Office office, Office.Project project, String key)
            throws IOException, DemoFailure {
        return waitForPaid(office, project, key, STEP_LIMIT.minus(WEBHOOK_LIMIT))
                .orElseThrow(() -> new DemoFailure("the payment is not on the list of " + project.name() + " as " + PAID
                        + ", paid though it was"));
    }

    /** Tells whether a mail is the one that is waited for. */
    @FunctionalInterface
    private interface Wanted {
        boolean is(WebPage mail);
    }

    private static WebPage waitForMail(Office office, Set<URI> before, String what, Wanted wanted)
            throws IOException, DemoFailure {
        return Patience.wait(STEP_LIMIT, () -> {
                    for (URI address : office.mails()) {
                        if (!before.contains(address)) {
                            WebPage mail = office.mail(address);
                            if (wanted.is(mail)) {
                                return Optional.of(mail);
                            }
                        }
                    }
                    return Optional.empty();
                })
                .orElseThrow(() -> new DemoFailure("no mail with a " + what + " came into the inbox"));
    }

    private static boolean hasPayLink(WebPage mail) {
        return payLink(mail).isPresent();
    }

    private static boolean isReceipt(WebPage mail) {
        return mail.heading().toLowerCase(Locale.ROOT).contains("receipt");
    }

    private static Optional<URI> payLink(WebPage mail) {
        return mail.select("a[href*=/pay/]").stream()
                .map((Element link) -> URI.create(link.attr("href")))
                .findFirst();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
