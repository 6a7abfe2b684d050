package dev.quittance.trials.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Seen;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes what a version leaves behind, for the versions after it: a paid deposit, a split of which one half is paid, an open request, a
 * paid and a void invoice, a token of a program and what it asked for under a key. Run by hand once for each version and database:
 * the arguments are a new folder, then the options of the sandbox; the folder gets {@code data} and {@code expected.json}.
 */
final class LastingDataWriter {
    private static final String KEY = "lasting-data-key-0001";
    private static final String BODY =
            "{\"record\":{\"object\":\"project\",\"id\":\"ID\"},\"type\":\"custom\",\"amount\":\"50.00\"}";

    private LastingDataWriter() {}

    /** Writes it. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String[] options = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
        try (Sandbox sandbox = Sandbox.start(folder.resolve("data"), options)) {
            Walk office = new Walk(sandbox);
            office.signIn(sandbox.login("office", 0));
            ObjectNode expected = LastingBooks.JSON.createObjectNode();
            work(office);
            invoices(sandbox, office, expected);
            program(sandbox, office, expected);
            ObjectNode pages = expected.putObject("pages");
            for (String project : List.of("Ruiz roof", "Ruiz leak check")) {
                pages.put(project, LastingBooks.onProject(office, project));
            }
            expected.set(
                    "books", LastingBooks.byRest(sandbox, expected.path("token").asText()));
            Files.writeString(folder.resolve("expected.json"), expected.toPrettyString() + "\n");
        }
    }

    private static void work(Walk office) {
        URI roof = office.project("Ruiz roof");
        office.requestShare(roof, "40");
        List<URI> before = List.of();
        URI deposit = office.payLink(before);
        office.payAndReturn(office.clickPay(deposit), Walk.GOOD_CARD);
        office.seesOn(roof, "Paid");
        FilledForm split = office.person()
                .open(office.person().open(roof).link("Split payment"))
                .form("form:has([name=total])")
                .with("total", "5000.00")
                .with("payer1Name", "Dana Ruiz")
                .with("payer1Email", "dana.ruiz@example.com")
                .with("payer1Share", "3000.00")
                .with("payer2Name", "Mutual Insurance")
                .with("payer2Email", "claims@mutual.example")
                .with("payer2Share", "2000.00");
        office.person().submit(split);
        URI share = Eventually.get(
                "the link of a share",
                Walk.SOON,
                () -> office.payLinks().stream()
                        .filter(link -> !link.equals(deposit))
                        .filter(link -> office.person().open(link).words().contains("$3,000.00"))
                        .findFirst());
        office.payAndReturn(office.clickPay(share), Walk.GOOD_CARD);
        URI leak = office.project("Ruiz leak check");
        office.person()
                .submit(office.requestForm(leak)
                        .with("type", "custom")
                        .with("percent", "")
                        .with("amount", "123.45"));
        office.seesOn(leak, "Sent");
    }

    private static void invoices(Sandbox sandbox, Walk office, ObjectNode expected) {
        List<URI> issued = office.person().open(sandbox.url(), "/invoices").page().select("a[href*=/invoice/]").stream()
                .map(link -> URI.create(link.absUrl("href")))
                .distinct()
                .filter(invoice -> office.person()
                                .open(invoice)
                                .page()
                                .select("a[href$=/void]")
                                .size()
                        == 1)
                .filter(invoice -> office.person().open(invoice).words().contains("Request Payment"))
                .filter(invoice -> !office.person().open(invoice).words().matches(".*Left \\S0[.,]00.*"))
                .limit(2)
                .collect(Collectors.toList());
        Seen form = office.person().open(office.person().open(issued.get(0)).link("Request Payment"));
        Seen sent = office.person().submit(form.form("form:has([name=amount])"));
        Seen voided = office.person()
                .submit(office.person()
                        .open(URI.create(issued.get(1) + "/void"))
                        .form("main form[action$=/void]"));
        if (sent.status() != 200 || voided.status() != 200 || !voided.words().contains("Void")) {
            throw new AssertionError(sent.words() + "\n" + voided.words());
        }
        expected.put("requested invoice", issued.get(0).getPath());
        expected.put("void invoice", issued.get(1).getPath());
    }

    private static void program(Sandbox sandbox, Walk office, ObjectNode expected) throws IOException {
        Seen page = office.person().open(sandbox.url(), "/settings/tokens");
        Seen shown = office.person().submit(page.form("form:has([name=name])").with("name", "Export"));
        String token = shown.page().select(".crm-token").text();
        String project = office.project("Ortega gutters").getPath().substring("/project/".length());
        String body = BODY.replace("ID", project);
        Seen made = LastingBooks.request(sandbox, token, KEY, body);
        if (made.status() != 201) {
            throw new AssertionError(made.body());
        }
        expected.put("token", token);
        expected.putObject("asked")
                .put("key", KEY)
                .put("body", body)
                .put("id", LastingBooks.JSON.readTree(made.body()).path("id").asText());
    }
}
