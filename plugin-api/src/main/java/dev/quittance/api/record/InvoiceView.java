package dev.quittance.api.record;

import dev.quittance.api.money.Money;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An invoice of the host's. Immutable and thread-safe.
 *
 * @param id the host's id
 * @param number what people call it, for example {@code INV-1042}
 * @param clientId who owes it
 * @param projectId the project whose work it bills, if there is one
 * @param state where it stands, string-coded by the host: {@link #STATE_DRAFT}, {@link #STATE_ISSUED}, {@link #STATE_VOID}. Whether
 *     it is paid is no state: that follows from what was settled
 * @param total gross, taxes included, in the invoice's currency; may be zero
 * @param dueOn the last day to pay, in the organisation's time zone; empty while it is a draft
 */
public record InvoiceView(
        String id,
        String number,
        String clientId,
        Optional<String> projectId,
        String state,
        Money total,
        Optional<LocalDate> dueOn) {
    /** Not sent yet: nobody owes it. */
    public static final String STATE_DRAFT = "draft";
    /** Sent: owed until it is settled. */
    public static final String STATE_ISSUED = "issued";
    /** Taken back: nobody owes it any more. */
    public static final String STATE_VOID = "void";

    /** Refuses null. */
    public InvoiceView {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(projectId, "projectId");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(total, "total");
        Objects.requireNonNull(dueOn, "dueOn");
    }
}
