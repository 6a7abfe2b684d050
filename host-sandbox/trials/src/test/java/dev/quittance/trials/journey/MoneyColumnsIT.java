package dev.quittance.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import dev.quittance.trials.process.LocalStripeProcess;
import dev.quittance.trials.process.Sandbox;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was billed to a client, what is paid, on its way and overdue: in the list of clients, by the cent, and as on the client's page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MoneyColumnsIT {
    private static final String KEY = "sk_test_MoneyColumnsKey4711";
    private static final Map<String, String> EXPECTED = Map.of(
            "Billed", "$1,300.00",
            "Paid", "$400.00",
            "Processing", "$250.00",
            "Overdue", "$300.00");

    private LocalStripeProcess stripe;
    private SlowBank bank;
    private Sandbox sandbox;
    private Chromium chromium;
    private Path clock;
    private int days;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        clock = folder.resolve("clock");
        Path keyFile = Files.writeString(folder.resolve("key"), KEY);
        stripe = LocalStripeProcess.start(
                folder.resolve("stripe"),
                "--port",
                "0",
                "--secret-key",
                KEY,
                "--account",
                "Ridgeline Roofing:US:usd",
                "--clock-file",
                clock.toString());
        bank = new SlowBank(stripe.url());
        bank.takesItsTimeFor(250_00);
        sandbox = Sandbox.start(
                folder.resolve("data"),
                "--stripe-url",
                bank.url(),
                "--stripe-key-file",
                keyFile.toString(),
                "--clock-file",
                clock.toString());
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
        sandbox.close();
        bank.close();
        stripe.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {375, 768, 1280})
    void money_stands_in_every_column_and_adds_up_on_the_clients_page(int width) throws IOException {
        Screen screen = new Screen("columns-" + width, width, 900, true, ColorScheme.LIGHT);
        String name = "Column Client " + width;
        String email = "column." + width + "@example.com";
        earn(new Desk(chromium, sandbox, screen, new Mouse(), bank.url()).signIn("office", 0), name, email);
        days += 3;
        Files.writeString(clock, "P" + days + "D");

        Desk office = new Desk(chromium, sandbox, screen, new Mouse(), bank.url()).signIn("office", 0);
        office.open("/clients?q=" + email);
        Locator row = office.main().locator("tbody tr");
        assertThat(row.count()).isEqualTo(1);
        assertThat(figures(row)).isEqualTo(new TreeMap<>(EXPECTED));
        office.look("clients");

        office.openRecord("/clients?q=" + email, name);
        assertThat(sums(office)).isEqualTo(new TreeMap<>(EXPECTED));
        office.look("client");
        assertThat(office.faults()).isEmpty();
        office.page().context().close();
    }

    /** An invoice, of which a part is paid by card and a part is on its way, and another one that is due tomorrow. */
    private void earn(Desk office, String name, String email) {
        office.addClient(name, email);
        String invoice = office.issueInvoice(name, "New roof", "1000.00");
        office.request("400.00");
        office.pay(office.payLinkIn("400.00", email), "400.00");
        office.seesPaid(invoice, "$400.00");
        office.request("250.00");
        office.payByBank(office.payLinkIn("250.00", email), "250.00");
        office.seesFigure(invoice, "Processing", "$250.00");
        office.issueInvoice(name, "Gutters", "300.00", "1");
        office.page().context().close();
    }

    private static TreeMap<String, String> figures(Locator row) {
        TreeMap<String, String> figures = new TreeMap<>();
        for (String column : EXPECTED.keySet()) {
            figures.put(
                    column,
                    row.locator("td[data-label=" + column + "]").innerText().strip());
        }
        return figures;
    }

    /** The same four from the client's own page: the sums of its invoices. */
    private static TreeMap<String, String> sums(Desk office) {
        BigDecimal billed = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal overdue = BigDecimal.ZERO;
        BigDecimal processing = BigDecimal.ZERO;
        for (Locator invoice : office.page()
                .locator("section[aria-labelledby=invoices] tbody tr")
                .all()) {
            BigDecimal owed = amount(invoice, "Owed");
            billed = billed.add(amount(invoice, "Total"));
            paid = paid.add(amount(invoice, "Total").subtract(owed));
            // What of the rest cannot be asked for is on its way: nothing else was asked for.
            processing = processing.add(owed.subtract(amount(invoice, "Left")));
            boolean late = invoice.innerText().contains("Overdue");
            overdue = overdue.add(late ? owed : BigDecimal.ZERO);
        }
        TreeMap<String, String> sums = new TreeMap<>();
        sums.put("Billed", dollars(billed));
        sums.put("Paid", dollars(paid));
        sums.put("Processing", dollars(processing));
        sums.put("Overdue", dollars(overdue));
        return sums;
    }

    private static BigDecimal amount(Locator row, String column) {
        String digits = row.locator("td[data-label=" + column + "]").innerText().replaceAll("[^0-9.]", "");
        return digits.isEmpty() ? BigDecimal.ZERO : new BigDecimal(digits);
    }

    private static String dollars(BigDecimal amount) {
        return String.format(java.util.Locale.US, "$%,.2f", amount);
    }
}
