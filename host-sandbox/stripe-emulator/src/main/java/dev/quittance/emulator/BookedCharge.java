package dev.quittance.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.wire.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One charge as the local Stripe has it in its books; failed ones too, with nothing captured.
 *
 * @param account the account it belongs to
 * @param chargeId {@code ch_…}
 * @param paymentIntentId {@code pi_…}
 * @param customerId {@code cus_…}, if the payer is a customer
 * @param status {@code succeeded} or {@code failed}
 * @param currency three letters, lower case
 * @param amountMinor what was asked for, in minor units as Stripe counts them
 * @param capturedMinor what was taken from the payer
 * @param refundedMinor what went back
 * @param createdAt when
 * @param metadata as given with the payment intent
 */
public record BookedCharge(
        String account,
        String chargeId,
        String paymentIntentId,
        Optional<String> customerId,
        String status,
        String currency,
        long amountMinor,
        long capturedMinor,
        long refundedMinor,
        Instant createdAt,
        Map<String, String> metadata) {
    /** Copies the metadata. */
    public BookedCharge {
        metadata = Map.copyOf(metadata);
    }

    static BookedCharge of(Doc doc) {
        ObjectNode charge = doc.read();
        return new BookedCharge(
                doc.account(),
                doc.id(),
                charge.path("payment_intent").asText(),
                Json.text(charge, "customer"),
                charge.path("status").asText(),
                charge.path("currency").asText(),
                charge.path("amount").asLong(),
                charge.path("amount_captured").asLong(),
                charge.path("amount_refunded").asLong(),
                Instant.ofEpochSecond(charge.path("created").asLong()),
                Json.textsOf(charge.path("metadata")));
    }
}
