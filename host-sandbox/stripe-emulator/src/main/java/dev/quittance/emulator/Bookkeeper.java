package dev.quittance.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Store;
import dev.quittance.emulator.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** Reads the books out of the store. */
final class Bookkeeper {
    private Bookkeeper() {}

    static Books books(Store store) {
        return new Books(
                list(store, Kind.CHARGE, Bookkeeper::charge),
                list(store, Kind.REFUND, Bookkeeper::refund),
                list(store, Kind.DISPUTE, Bookkeeper::dispute),
                list(store, Kind.PAYOUT, Bookkeeper::payout),
                list(store, Kind.BALANCE_TRANSACTION, Bookkeeper::movement));
    }

    private static <T> List<T> list(Store store, Kind kind, Function<Doc, T> read) {
        return store.listAll(kind).map(read).toList();
    }

    private static BookedCharge charge(Doc doc) {
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
                created(charge),
                Json.textsOf(charge.path("metadata")));
    }

    private static BookedRefund refund(Doc doc) {
        ObjectNode refund = doc.read();
        return new BookedRefund(
                doc.account(),
                doc.id(),
                refund.path("charge").asText(),
                refund.path("status").asText(),
                refund.path("currency").asText(),
                refund.path("amount").asLong(),
                created(refund));
    }

    private static BookedDispute dispute(Doc doc) {
        ObjectNode dispute = doc.read();
        long net = 0;
        for (var transaction : dispute.path("balance_transactions")) {
            net = Math.addExact(net, transaction.path("net").asLong());
        }
        return new BookedDispute(
                doc.account(),
                doc.id(),
                dispute.path("charge").asText(),
                dispute.path("status").asText(),
                dispute.path("currency").asText(),
                dispute.path("amount").asLong(),
                net,
                created(dispute));
    }

    private static BookedPayout payout(Doc doc) {
        ObjectNode payout = doc.read();
        return new BookedPayout(
                doc.account(),
                doc.id(),
                payout.path("status").asText(),
                payout.path("currency").asText(),
                payout.path("amount").asLong(),
                created(payout));
    }

    private static BookedMovement movement(Doc doc) {
        ObjectNode transaction = doc.read();
        return new BookedMovement(
                doc.account(),
                doc.id(),
                transaction.path("reporting_category").asText(),
                transaction.path("source").asText(),
                transaction.path("currency").asText(),
                transaction.path("amount").asLong(),
                transaction.path("fee").asLong(),
                created(transaction));
    }

    private static Instant created(ObjectNode object) {
        return Instant.ofEpochSecond(object.path("created").asLong());
    }
}
