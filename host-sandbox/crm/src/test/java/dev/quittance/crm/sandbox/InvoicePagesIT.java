package dev.quittance.crm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.Outstanding;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Settlement;
import dev.quittance.api.record.Settlements;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.seed.Login;
import dev.quittance.crm.storage.Engine;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** An invoice from its form to its end, as the office does it in a browser without a script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InvoicePagesIT {
    private static final OrgId RIDGELINE = new OrgId("ridgeline");
    private static final Instant THEN = Instant.parse("2026-10-01T12:00:00Z");

    private RunningCrm crm;
    private Caller office;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException, InterruptedException {
        crm = RunningCrm.start(Engine.H2.open(), folder, "");
        office = new Caller(crm.url());
        office.signIn(RunningCrm.login(0));
    }

    @AfterAll
    void close() {
        crm.close();
    }

    @Test
    void an_invoice_is_written_issued_mailed_and_printed() throws IOException, InterruptedException {
        String page = add(Map.of("description_1", "Zoë 李 🚿 <img onerror=x>", "price_1", "1,234.50", "tax_1", "7.65"));
        assertThat(Jsoup.parse(office.get(page).body())
                        .expectFirst("main .badge")
                        .text())
                .isEqualTo("Draft");

        post(page + "/issue", Map.of());
        HttpResponse<String> sent = post(page + "/send", Map.of());
        assertThat(sent.headers().firstValue("Location")).contains(page + "?done=sent");
        Document inbox = Jsoup.parse(office.get("/inbox").body());
        Document letter = Jsoup.parse(
                office.get(inbox.expectFirst("main a[href*=/inbox/]").attr("href"))
                        .body());
        assertThat(letter.select("h1").text()).startsWith("Invoice INV-").endsWith("from Ridgeline Roofing");
        assertThat(letter.text()).contains("dana.ruiz@example.com", "$1,328.94");
        HttpResponse<String> pdf = office.get(page + "/pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(pdf.body()).startsWith("%PDF-");
    }

    @Test
    void a_page_shows_what_the_books_hold_and_goes_on_showing_it_when_it_is_void()
            throws IOException, InterruptedException {
        String page = add(Map.of("description_1", "<img onerror=x>", "price_1", "1,234.50", "tax_1", "7.65"));
        post(page + "/issue", Map.of());
        Settlements books = crm.crm().parts().books().toldBy("payments");
        RecordRef ref = RecordRef.invoice(page.substring("/invoice/".length()));
        books.apply(new Settlement(RIDGELINE, ref, "p-" + ref.id(), Money.of(100_000, "USD"), THEN, "Check"));
        books.expect(new Outstanding(RIDGELINE, ref, Money.of(10_000, "USD"), Money.of(20_000, "USD"), 1));
        Document invoice = Jsoup.parse(office.get(page).body());
        assertThat(invoice.select(".crm-figures").text())
                .isEqualTo("Total $1,328.94 Paid $1,000.00 Processing $200.00 Requested $100.00 Left $28.94");
        assertThat(invoice.select("svg.crm-bar").attr("aria-label"))
                .isEqualTo("Of $1,328.94: $1,000.00 paid, $200.00 on its way, $100.00 requested, $28.94 left");
        assertThat(invoice.expectFirst("main .badge").text()).isEqualTo("Partly paid");
        assertThat(invoice.select("main img, main [onerror], main [style]")).isEmpty();

        post(page + "/void", Map.of());
        Document after = Jsoup.parse(office.get(page).body());
        assertThat(after.expectFirst("main .badge").text()).isEqualTo("Void");
        assertThat(after.select(".crm-figures").text())
                .contains("Paid $1,000.00")
                .contains("Left $0.00");
        assertThat(after.select("form[action$=/issue], form[action$=/send], form[action$=/void]"))
                .isEmpty();
        assertThat(office.get("/invoices?show=void").body()).contains(page);
        assertThat(office.get("/invoices?show=open").body()).doesNotContain(page);
    }

    @Test
    void one_more_line_is_the_same_form_again_and_a_wrong_one_is_kept_as_typed()
            throws IOException, InterruptedException {
        Document more = Jsoup.parse(post("/invoices/new", form(Map.of("do", "add-line", "price_1", "12,3.4")))
                .body());
        assertThat(more.select("fieldset.crm-line")).hasSize(2);
        assertThat(more.select("#price_1").attr("value")).isEqualTo("12,3.4");

        HttpResponse<String> wrong = post("/invoices/new", form(Map.of("price_1", "12,3.4", "client", "nobody")));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.body()).select("[role=alert]").text())
                .contains("Nothing was saved.", "Choose a client.", "Line 1:");
        assertThat(Jsoup.parse(wrong.body()).select("#price_1").attr("value")).isEqualTo("12,3.4");
    }

    @Test
    void an_invoice_has_up_to_a_hundred_lines_and_one_more_keeps_all_that_was_typed()
            throws IOException, InterruptedException {
        Map<String, String> typed = manyLines(99);
        typed.put("do", "add-line");
        typed.put("currency", "eur");
        typed.put("terms", "3 weeks");
        typed.put("version", "7");
        Document more = Jsoup.parse(post("/invoices/new", typed).body());
        assertThat(more.select("fieldset.crm-line")).hasSize(100);
        assertThat(more.select("#client option[selected]").attr("value")).isEqualTo(typed.get("client"));
        assertThat(more.select("#currency").attr("value")).isEqualTo("EUR");
        for (String name : List.of("terms", "version", "description_99", "quantity_99", "price_99", "tax_99")) {
            assertThat(more.select("[name=" + name + "]").attr("value"))
                    .as(name)
                    .isEqualTo(typed.get(name));
        }
        assertThat(more.select("button[value=add-line]")).as("no room for more").isEmpty();

        String page = add(manyLines(100));
        assertThat(Jsoup.parse(office.get(page).body()).select(".crm-figures").text())
                .startsWith("Total $5,050.00");
        Document edit = Jsoup.parse(office.get(page + "/edit").body());
        assertThat(edit.select("fieldset.crm-line")).hasSize(100);
        assertThat(edit.select("#description_100").attr("value")).isEqualTo("Work " + "w".repeat(200) + 100);
        assertThat(new String(office.bytes(page + "/pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
    }

    private Map<String, String> manyLines(int lines) {
        Map<String, String> form = form(Map.of("rows", String.valueOf(lines)));
        for (int row = 1; row <= lines; row++) {
            form.put("description_" + row, "Work " + "w".repeat(200) + row);
            form.put("quantity_" + row, "1");
            form.put("price_" + row, String.valueOf(row));
            form.put("tax_" + row, "0");
        }
        return form;
    }

    @Test
    void whoever_may_only_look_is_offered_and_allowed_no_more() throws IOException, InterruptedException {
        String page = add(Map.of());
        Caller technician = new Caller(crm.url());
        technician.signIn(RunningCrm.login(1));

        assertThat(technician.get(page).statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(technician.get(page).body()).select("main form, main a[href$=/edit]"))
                .isEmpty();
        for (String path : List.of("/invoices/new", page + "/edit", page + "/void")) {
            assertThat(technician.get(path).statusCode()).as(path).isEqualTo(403);
        }
        String token = Caller.token(technician.get("/").body());
        assertThat(technician.post(page + "/issue", Map.of("_token", token)).statusCode())
                .isEqualTo(403);
        assertThat(Jsoup.parse(office.get(page).body())
                        .expectFirst("main .badge")
                        .text())
                .isEqualTo("Draft");
    }

    @Test
    void invoices_of_another_organisation_are_not_there() throws IOException, InterruptedException {
        String page = add(Map.of());
        Login foreign = RunningCrm.login(3);
        Caller elsewhere = new Caller(crm.url());
        elsewhere.signIn(foreign);
        for (String path : List.of(page, page + "/pdf", page + "/edit", page + "/void")) {
            assertThat(elsewhere.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(elsewhere.get("/invoices").body()).doesNotContain(page);
    }

    @Test
    void every_page_of_invoices_has_one_heading_and_nothing_that_the_policy_forbids()
            throws IOException, InterruptedException {
        String page = add(Map.of());
        for (String path : List.of("/invoices", "/invoices/new", page, page + "/edit", page + "/void")) {
            Document shown = Jsoup.parse(office.get(path).body());
            assertThat(shown.select("h1")).as(path).hasSize(1);
            assertThat(shown.select("style, [style], script:not([src]), [onclick]"))
                    .as(path)
                    .isEmpty();
            assertThat(shown.select("table:not(:has(caption))")).as(path).isEmpty();
            assertThat(shown.select("main input:not([type=hidden]):not([id]), main select:not([id])"))
                    .as(path)
                    .isEmpty();
        }
    }

    @Test
    void admins_see_money_for_records_that_are_gone() throws IOException, InterruptedException {
        Caller admin = new Caller(crm.url());
        admin.signIn(RunningCrm.login(2));
        RecordRef gone = RecordRef.project("00000000-0000-7000-8000-000000000000");
        crm.crm().parts().books().enter(new Settlement(RIDGELINE, gone, "lost", Money.of(4_200, "USD"), THEN, "Check"));

        assertThat(Jsoup.parse(admin.get("/settings").body())
                        .select("section[aria-labelledby=stray]")
                        .text())
                .contains("Money for deleted records", "$42.00", gone.id());
    }

    private String add(Map<String, String> typed) throws IOException, InterruptedException {
        HttpResponse<String> added = post("/invoices/new", form(typed));
        assertThat(added.statusCode())
                .as(Jsoup.parse(added.body()).select("[role=alert]").text())
                .isEqualTo(303);
        String location = added.headers().firstValue("Location").orElseThrow();
        return location.substring(0, location.indexOf('?'));
    }

    private Map<String, String> form(Map<String, String> typed) {
        Client ruiz = crm.crm().parts().clients().list(RIDGELINE, "", 99).rows().stream()
                .filter(client -> client.name().equals("Dana Ruiz"))
                .findFirst()
                .orElseThrow();
        Map<String, String> form = new HashMap<>(Map.of(
                "rows", "1",
                "client", ruiz.id().toString(),
                "currency", "usd",
                "terms", "14",
                "description_1", "Work",
                "quantity_1", "1",
                "price_1", "100",
                "tax_1", "0",
                "do", "save"));
        form.putAll(typed);
        return form;
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException, InterruptedException {
        Map<String, String> guarded = new HashMap<>(form);
        guarded.put("_token", Caller.token(office.get("/").body()));
        return office.post(path, guarded);
    }
}
