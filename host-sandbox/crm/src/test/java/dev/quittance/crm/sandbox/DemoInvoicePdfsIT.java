package dev.quittance.crm.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.crm.document.PdfUa;
import dev.quittance.crm.storage.Engine;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The PDF of an invoice of the demo data can be read by people who do not see it, whatever state it is in. */
final class DemoInvoicePdfsIT {
    private static final int OFFICE = 0;
    private static final int GERMAN_OFFICE = 3;

    @Test
    void every_state_and_language_keeps_the_rules_of_pdf_ua(@TempDir Path folder) throws Exception {
        try (RunningCrm crm = RunningCrm.start(Engine.H2.open(), folder, "")) {
            for (int login : new int[] {OFFICE, GERMAN_OFFICE}) {
                Caller office = new Caller(crm.url());
                office.signIn(RunningCrm.login(login));
                Map<String, String> states = states(office);
                assertThat(states.values()).contains("Draft", "Paid", "Overdue");
                assertThat(states.containsValue("Void")).isEqualTo(login == OFFICE);
                for (Map.Entry<String, String> state : states.entrySet()) {
                    assertThat(PdfUa.faults(office.bytes(state.getKey() + "/pdf")))
                            .as(state.getValue())
                            .isEmpty();
                }
            }
        }
    }

    /** The page of each invoice, and its state. */
    private static Map<String, String> states(Caller office) throws Exception {
        Map<String, String> states = new LinkedHashMap<>();
        for (Element link : Jsoup.parse(office.get("/invoices").body()).select("main a[href^=/invoice/]")) {
            String page = link.attr("href");
            String state = Jsoup.parse(office.get(page).body())
                    .expectFirst("main .badge")
                    .text();
            states.put(page, state);
        }
        return states;
    }
}
