package dev.quittance.trials.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.quittance.trials.process.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What the office does beside the main job, on a phone, a tablet and a wide screen. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OfficeJourneyIT {
    private static final Screen PHONE = new Screen("phone", 375, 812, true, ColorScheme.LIGHT);
    private static final Screen TABLET_DARK = new Screen("tablet-dark", 768, 1024, true, ColorScheme.DARK);
    private static final Screen TABLET_PLAIN = new Screen("tablet-plain", 768, 1024, false, ColorScheme.LIGHT);
    private static final Screen WIDE = new Screen("wide", 1280, 900, true, ColorScheme.LIGHT);

    private Sandbox sandbox;
    private Chromium chromium;

    @BeforeAll
    void open(@TempDir Path folder) {
        sandbox = Sandbox.start(folder.resolve("data"));
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
        sandbox.close();
    }

    private Desk office(Screen screen, Hands hands) {
        return new Desk(chromium, sandbox, screen, hands).signIn("office", 0);
    }

    @Test
    void an_invoice_is_paid_in_two_parts_until_nothing_is_left_on_a_phone() {
        Desk office = office(PHONE, new Mouse());
        String invoice = office.issueInvoice("Miguel Ortega", "Gutter guards", "1000.00");
        office.request("400.00");
        office.pay(office.payLinkIn("400.00", "miguel.ortega@example.com"), "400.00");
        office.sees(invoice, "Partly paid");
        office.hostAndPluginAgree(invoice);
        assertThat(office.highlights()).containsEntry("Left", "$600.00");
        office.look("invoice-partly-paid");

        office.follow("Request Payment");
        assertThat(office.page().locator("[name=amount]")).hasValue("600.00");
        office.press("Send request");
        office.pay(office.payLinkIn("600.00", "miguel.ortega@example.com"), "600.00");

        assertThatPaid(office, invoice, "$1,000.00");
        office.look("invoice-paid");
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void two_payers_share_what_a_project_owes_on_a_dark_tablet() {
        Desk office = office(TABLET_DARK, new Mouse());
        String project = office.openRecord("/projects", "Ruiz roof");
        office.follow("Split payment");
        office.page().locator("[name=total]").fill("5000.00");
        office.page().locator("[name=payer1Name]").fill("Dana Ruiz");
        office.page().locator("[name=payer1Email]").fill("dana.ruiz@example.com");
        office.page().locator("[name=payer1Share]").fill("3000.00");
        office.page().locator("[name=payer2Name]").fill("Mutual Insurance");
        office.page().locator("[name=payer2Email]").fill("claims@mutual.example");
        office.page().locator("[name=payer2Share]").fill("2000.00");
        office.look("split-form");
        office.press("Send 2 requests");
        office.look("split-sent");

        office.pay(office.payLinkIn("3,000.00", "dana.ruiz@example.com"), "$3,000.00");
        office.pay(office.payLinkIn("2,000.00", "claims@mutual.example"), "$2,000.00");

        office.seesPaid(project, "$5,000.00");
        office.hostAndPluginAgree(project);
        assertThat(office.listTotals()).containsEntry("Paid", "$5,000.00").containsEntry("Requested", "$0.00");
        office.look("split-paid");
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void a_project_is_signed_and_its_deposit_asked_for_in_one_click_by_keyboard() {
        Desk office = office(WIDE, new Keyboard());
        String project = office.openRecord("/projects", "Harbor View gutters");
        office.press("Mark as signed");
        assertThat(office.main()).containsText("Send the deposit request now? $6,450.00 (50%)");
        office.look("deposit-due");
        office.press("Send deposit request");
        assertThat(office.main()).containsText("Payment request for $6,450.00 is on its way to");
        office.sees(project, "Deposit not in");
        office.look("deposit-not-in");

        office.pay(office.payLinkIn("6,450.00", "board@harborview.example"), "$6,450.00");

        office.sees(project, "Deposit in");
        assertThat(office.main()).not().containsText("Deposit not in");
        office.hostAndPluginAgree(project);
        office.look("deposit-in");
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void an_issued_invoice_carries_its_link_everywhere_and_is_paid_through_it_without_script() throws IOException {
        Desk office = office(TABLET_PLAIN, new Mouse());
        String invoice = office.issueInvoice("Bea Kowalski", "Dormer window", "730.00");
        Locator link = office.page().locator("section[aria-labelledby=pay-link]");
        for (int i = 0; i < 40 && link.count() == 0; i++) {
            office.page().waitForTimeout(250);
            office.page().reload();
        }
        assertThat(link.locator("svg, img")).hasCount(1);
        String address = link.locator("a").getAttribute("href");
        office.look("invoice-link");
        byte[] pdf = office.page().request().get(invoice + "/pdf").body();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
                    .contains(address, "$730.00", "Dormerwindow");
        }
        office.press("Send by mail");
        assertThat(office.payLinkIn("Invoice", "bea.kowalski@example.com")).isEqualTo(address);
        office.look("invoice-mail");

        office.pay(address, "$730.00");

        assertThatPaid(office, invoice, "$730.00");
        office.look("invoice-paid");
    }

    @Test
    void an_invoice_of_zero_has_no_link() {
        Desk office = office(TABLET_PLAIN, new Mouse());
        String zero = office.issueInvoice("Bea Kowalski", "Goodwill visit", "0");
        String other = office.issueInvoice("Bea Kowalski", "Second visit", "12.00");
        // Whatever makes links has come by once the later invoice has its own.
        office.sees(other, "Whoever has this address can pay.");

        office.open(zero);

        assertThat(office.page().locator("section[aria-labelledby=pay-link]")).hasCount(0);
        assertThat(office.main()).not().containsText("/pay/");
        office.look("invoice-zero");
    }

    @Test
    void a_voided_invoice_closes_the_open_page_at_stripe_and_leaves_the_books_as_they_were() {
        Desk office = office(WIDE, new Mouse());
        String invoice = office.issueInvoice("Priya Natarajan", "Siding repair", "640.00");
        office.sees(invoice, "Whoever has this address can pay.");
        String address =
                office.page().locator("section[aria-labelledby=pay-link] a").getAttribute("href");
        Page customer = office.customer(address);
        office.toHostedPage(customer, "$640.00");
        TreeMap<String, String> before = office.highlights();

        office.follow("Void");
        office.press("Void");
        office.sees(invoice, "Void");
        office.look("invoice-void");

        for (int i = 0; i < 80 && customer.locator("[name=cardNumber]").count() > 0; i++) {
            customer.waitForTimeout(250);
            customer.reload();
        }
        assertThat(customer.locator("[name=cardNumber]")).hasCount(0);
        office.look(customer, "void-hosted");
        customer.navigate(address);
        assertThat(customer.locator("main")).containsText("was withdrawn by Ridgeline Roofing");
        office.look(customer, "void-pay-page");
        office.hostAndPluginAgree(invoice);
        assertThat(office.highlights()).containsEntry("Paid", before.get("Paid"));
        assertThat(office.highlights()).containsEntry("Paid", "$0.00").containsEntry("Requested", "$0.00");
        assertThat(office.faults()).isEmpty();
    }

    @Test
    void while_stripe_is_not_connected_pages_say_who_helps_and_the_admin_hears_of_it() {
        Desk admin = new Desk(chromium, sandbox, WIDE, new Mouse()).signIn("admin", 1);
        admin.open("/x/stripe-payments/settings");
        admin.page().getByLabel("Disconnect").check();
        admin.press("Disconnect Stripe");
        assertThat(admin.main()).containsText("Stripe is disconnected.");
        admin.look("disconnected");

        Desk technician = new Desk(chromium, sandbox, PHONE, new Mouse()).signIn("technician", 1);
        String project = technician.openRecord("/projects", "Seeblick Balkone");
        assertThat(technician.main()).containsText("Stripe is not connected, so customers cannot pay.");
        assertThat(technician.main()).containsText("Karin Voss can set this up.");
        technician.look("not-connected");
        technician.press("Ask Karin Voss");
        assertThat(technician.main()).containsText("We told Karin Voss.");
        for (String action : List.of("request-payment", "split-payment")) {
            technician.open(project + "/actions/stripe-payments/" + action);
            assertThat(technician.main()).containsText("Karin Voss");
            assertThat(technician.main().locator("input:not([type=hidden]), select, textarea"))
                    .hasCount(0);
            assertThat(technician.main().locator("button")).hasText("Look again");
            technician.look("not-connected-" + action);
        }

        admin.sees("/notifications", "Nils Brandt asks you to connect Stripe: customers cannot pay.");
        admin.look("asked");
        assertThat(admin.faults()).isEmpty();
        assertThat(technician.faults()).isEmpty();
    }

    @Test
    void the_clients_page_leads_to_a_client_whose_money_the_host_knows() {
        Desk office = office(PHONE, new Mouse());
        office.openRecord("/clients", "Hannah Osei");
        assertThat(office.main()).containsText("Osei porch");
        office.look("client");
        office.openRecord("/projects", "Osei porch");
        assertThat(office.highlights()).containsAllEntriesOf(Map.of("Total", "$6,400.00"));
        office.look("clients-project");
        assertThat(office.faults()).isEmpty();
    }

    private static void assertThatPaid(Desk office, String invoice, String total) {
        office.seesPaid(invoice, total);
        office.hostAndPluginAgree(invoice);
        assertThat(office.page().locator(".crm-record-head")).containsText("Paid");
        assertThat(office.page().locator(".crm-record-head")).not().containsText("Partly");
        assertThat(office.highlights()).containsEntry("Left", "$0.00").containsEntry("Paid", total);
    }
}
