package dev.quittance.crm.screen;

import java.util.List;

/**
 * The form of an invoice, as it was filled in.
 *
 * @param title its heading
 * @param href where it goes
 * @param back where to go without saving
 * @param version the version that is edited; 0 for a new one
 * @param fixed whether client, project and currency stay
 * @param client the chosen client's id; empty for none
 * @param project the chosen project's id; empty for none
 * @param currency as typed
 * @param terms as typed
 * @param clients whom it can be for
 * @param projects what it can bill
 * @param lines as typed
 * @param mayAddLine whether there is room for one more
 * @param faults what is wrong
 */
public record InvoiceFormPage(
        String title,
        String href,
        String back,
        long version,
        boolean fixed,
        String client,
        String project,
        String currency,
        String terms,
        List<Option> clients,
        List<Option> projects,
        List<Line> lines,
        boolean mayAddLine,
        List<String> faults) {
    /**
     * A choice.
     *
     * @param value what is sent
     * @param label what is read
     */
    public record Option(String value, String label) {}

    /**
     * A line as typed.
     *
     * @param row 1, 2, …
     * @param description what was done
     * @param quantity how many
     * @param price of one
     * @param tax percent
     */
    public record Line(int row, String description, String quantity, String price, String tax) {
        boolean isBlank() {
            return description.isBlank() && quantity.isBlank() && price.isBlank();
        }
    }

    /** Copies the lists. */
    public InvoiceFormPage {
        clients = List.copyOf(clients);
        projects = List.copyOf(projects);
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }
}
