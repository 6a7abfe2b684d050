package dev.quittance.crm.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An invoice as its customer reads it: every value is formatted in their language, none is HTML. Immutable and thread-safe.
 *
 * @param words the fixed words in the customer's language
 * @param name what people call it
 * @param business whom the money is owed to
 * @param customer who owes it
 * @param project what work it bills; empty for none
 * @param notice what is to be said about the whole of it; empty for nothing
 * @param facts dates and contact, each with its name
 * @param lines what is billed
 * @param sums what it comes to and what came, each with its name; the last one is what is to be paid
 * @param link where to pay, if there is something to pay there
 */
public record InvoicePaper(
        Words words,
        String name,
        Business business,
        String customer,
        String project,
        String notice,
        List<Fact> facts,
        List<Line> lines,
        List<Fact> sums,
        Optional<PayLink> link) {
    /** Copies the lists. */
    public InvoicePaper {
        facts = List.copyOf(facts);
        lines = List.copyOf(lines);
        sums = List.copyOf(sums);
    }

    /**
     * Who sends it.
     *
     * @param name the name
     * @param email where replies go; empty if unknown
     * @param phone empty if unknown
     */
    public record Business(String name, String email, String phone) {}

    /**
     * A value with its name.
     *
     * @param label the name
     * @param value the value
     */
    public record Fact(String label, String value) {}

    /**
     * A line.
     *
     * @param description what was done
     * @param quantity how many units
     * @param unitPrice net, of one
     * @param tax the percentage
     * @param gross what it comes to, taxes included
     */
    public record Line(String description, String quantity, String unitPrice, String tax, String gross) {}

    /**
     * Where to pay.
     *
     * @param label the words on it
     * @param address where it leads, absolute; a key to the payment, logged nowhere
     * @param amount what is asked for there now
     */
    public record PayLink(String label, String address, String amount) {
        /** Without the address. */
        @Override
        public String toString() {
            return "PayLink[" + amount + "]";
        }
    }

    /** The language of the customer. */
    public Locale locale() {
        return words.locale();
    }
}
