package dev.quittance.trials.simulation;

import dev.quittance.api.host.MailMessage;
import dev.quittance.api.payment.PaymentEvent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each payer was asked by one mail and got one receipt for each payment; nobody else got one. The same for listeners. */
final class MailAudit {
    private final Scene scene;

    MailAudit(Scene scene) {
        this.scene = scene;
    }

    void run(Iterable<Payer> payers) {
        Map<String, Set<String>> asking = new LinkedHashMap<>();
        Map<String, Set<String>> receipts = new LinkedHashMap<>();
        for (MailMessage mail : scene.outside().mails()) {
            boolean asks = Screens.findPayLink(mail).isPresent();
            (asks ? asking : receipts)
                    .computeIfAbsent(mail.to(), address -> new HashSet<>())
                    .add(mail.key());
        }
        for (Payer payer : payers) {
            String address = payer.ask().email();
            boolean isWithdrawn = scene.town()
                    .isWithdrawn(payer.ask().business().id(), payer.ask().record());
            boolean wasAsked = asking.containsKey(address) || !isWithdrawn;
            requireCount("request_mails", address, asking, wasAsked ? 1 : 0);
            requireCount("receipts", address, receipts, payments(address));
        }
        requireFewRepeats();
        requireEvents();
    }

    private void requireCount(String rule, String address, Map<String, Set<String>> keys, long wanted) {
        int found = keys.getOrDefault(address, Set.of()).size();
        if (found != wanted) {
            scene.violations().add(rule, address + " got " + found + ", not " + wanted);
        }
    }

    private long payments(String address) {
        return Tables.count(
                scene.database(),
                "select count(*) from payment p join payment_request r on r.request_id = p.request_id"
                        + " where p.state = 'SUCCEEDED' and r.recipient_email = '" + address + "'");
    }

    /** A mail goes out again only where something came between its sending and the note of it. */
    private void requireFewRepeats() {
        List<MailMessage> mails = scene.outside().mails();
        long keys = mails.stream().map(MailMessage::key).distinct().count();
        long repeats = mails.size() - keys;
        if (repeats > scene.faults().disturbances()) {
            scene.violations().add("mails_repeated", repeats + " of " + mails.size());
        }
    }

    /** One requested event for each request, one paid event for each payment. */
    private void requireEvents() {
        requireEvents(PaymentEvent.REQUESTED, "select count(*) from payment_request where type <> 'invoice'");
        requireEvents(PaymentEvent.PAID, "select count(*) from payment where state = 'SUCCEEDED'");
    }

    private void requireEvents(String kind, String sql) {
        long told = scene.outside().events().stream()
                .filter(event -> event.kind().equals(kind))
                .count();
        long wanted = Tables.count(scene.database(), sql);
        if (told != wanted) {
            scene.violations().add("events_" + kind, told + " told, " + wanted + " happened");
        }
    }
}
