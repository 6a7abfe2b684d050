package dev.quittance.api.payment;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A payment about to be requested, before it is stored. Plugins read it; only the payments plugin and the host make one, by
 * {@link #of} and the {@code with…} methods: further components may come, so the constructor is not part of the agreement.
 * Immutable and thread-safe.
 *
 * @param org whose customer is asked
 * @param record the record that the payment is for
 * @param clientId who is asked
 * @param type {@code deposit}, {@code progress}, {@code final}, {@code custom}; string-coded
 * @param amount what is asked for
 * @param description what the customer reads
 * @param requestedBy the host's id of the user, or of the plugin that asked
 * @param metadata what other plugins attached, by {@code plugin.key}
 * @param receiptLines lines that other plugins add to the receipt
 */
public record PaymentDraft(
        OrgId org,
        RecordRef record,
        String clientId,
        String type,
        Money amount,
        String description,
        String requestedBy,
        Map<String, String> metadata,
        List<String> receiptLines) {
    /** Copies the collections. */
    public PaymentDraft {
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(requestedBy, "requestedBy");
        metadata = Map.copyOf(metadata);
        receiptLines = List.copyOf(receiptLines);
    }

    /** A draft of this amount for this record; the rest is filled in by the {@code with…} methods. */
    public static PaymentDraft of(OrgId org, RecordRef record, String clientId, Money amount) {
        return new PaymentDraft(org, record, clientId, "custom", amount, "", "", Map.of(), List.of());
    }

    /** The same draft with its type, description and who asked. */
    public PaymentDraft withTerms(String newType, String newDescription, String newRequestedBy) {
        return new PaymentDraft(
                org, record, clientId, newType, amount, newDescription, newRequestedBy, metadata, receiptLines);
    }

    /** The same draft with what the contributors gave. */
    public PaymentDraft withContributions(Map<String, String> newMetadata, List<String> newReceiptLines) {
        return new PaymentDraft(
                org, record, clientId, type, amount, description, requestedBy, newMetadata, newReceiptLines);
    }
}
