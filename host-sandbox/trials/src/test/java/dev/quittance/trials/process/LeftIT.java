package dev.quittance.trials.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.trials.person.FilledForm;
import dev.quittance.trials.person.Seen;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the host says is left on a record is what the plugin offers to ask for, on every record there is, also once some is paid. */
final class LeftIT {
    private static final String AMOUNT = "[name=amount]";
    private static final int FEWEST = 10;

    @Test
    void what_is_left_by_the_hosts_books_is_what_the_final_request_asks_for(@TempDir Path folder) {
        try (Sandbox sandbox = Sandbox.start(folder.resolve("data"))) {
            for (int organisation = 0; organisation < 2; organisation++) {
                Walk office = new Walk(sandbox);
                office.signIn(sandbox.login("office", organisation));
                Map<String, BigDecimal> left = new TreeMap<>();
                Map<String, BigDecimal> offered = new TreeMap<>();
                compare(office, sandbox, left, offered);
                assertThat(left).as("organisation %d", organisation).isNotEmpty();
                assertThat(offered).isEqualTo(left);
                if (organisation == 0) {
                    assertThat(left).hasSizeGreaterThan(FEWEST);
                }
            }
        }
    }

    @Test
    void a_deposit_that_came_and_a_request_that_is_open_take_the_same_off_both(@TempDir Path folder) {
        try (Sandbox sandbox = Sandbox.start(folder.resolve("data"))) {
            Walk office = new Walk(sandbox);
            office.signIn(sandbox.login("office", 0));
            URI project = office.project("Ruiz roof");
            assertThat(office.requestShare(project, "40").words()).contains("$6,000.00");
            office.payAndReturn(office.clickPay(office.payLink(List.of())), Walk.GOOD_CARD);
            office.seesOn(project, "Paid");
            office.requestShare(project, "10");
            Eventually.so(
                    "what was asked for, in the host's books",
                    Walk.SOON,
                    () -> figure(office.person().open(project), "Requested").signum() > 0);

            Map<String, BigDecimal> left = new TreeMap<>();
            Map<String, BigDecimal> offered = new TreeMap<>();
            compare(office, sandbox, left, offered);

            assertThat(offered).isEqualTo(left);
        }
    }

    private static void compare(
            Walk office, Sandbox sandbox, Map<String, BigDecimal> left, Map<String, BigDecimal> offered) {
        for (String list : new String[] {"/projects", "/invoices"}) {
            Seen seen = office.person().open(sandbox.url(), list);
            String kind = list.substring(0, list.length() - 1);
            for (Element link : seen.page().select("a[href*=" + kind + "/]")) {
                URI address = URI.create(link.absUrl("href"));
                Seen record = office.person().open(address);
                if (!record.page().select("a:contains(Request Payment)").isEmpty() && hasFigure(record, "Left")) {
                    String name = address.getPath();
                    left.put(name, figure(record, "Left"));
                    offered.put(name, offered(office, record));
                }
            }
        }
    }

    /** What a final request would ask for; nothing where the form says that nothing is left. */
    private static BigDecimal offered(Walk office, Seen record) {
        Seen form = office.person().open(record.link("Request Payment"));
        if (form.page().select(AMOUNT).isEmpty()) {
            return BigDecimal.ZERO;
        }
        FilledForm asFinal =
                form.form("form:has(" + AMOUNT + ")").with("type", "final").with("_show", "1");
        String amount = String.valueOf(office.person()
                .submit(asFinal)
                .form("form:has(" + AMOUNT + ")")
                .values()
                .get("amount"));
        return amount.isEmpty() ? BigDecimal.ZERO : plain(amount);
    }

    private static boolean hasFigure(Seen record, String name) {
        return !term(record, name).isEmpty();
    }

    private static BigDecimal figure(Seen record, String name) {
        return plain(term(record, name).next("dd").text());
    }

    private static Elements term(Seen record, String name) {
        return record.page().select("section[aria-label=Money] dt:containsOwn(" + name + ")");
    }

    /** As pages write it in English and in German. */
    private static BigDecimal plain(String words) {
        String figures = words.replaceAll("[^0-9.,]", "");
        String decimal =
                figures.matches(".*,[0-9]{2}") ? figures.replace(".", "").replace(',', '.') : figures.replace(",", "");
        return new BigDecimal(decimal).stripTrailingZeros();
    }
}
