package dev.quittance.trials.simulation;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.DocumentLinkView;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Works on one invoice at the host: sends it with its pay link, changes what it comes to, voids or deletes it. */
final class Clerk {
    private static final int CHANGES_TOTAL_RATE = 5_000;
    private static final int VOIDS_RATE = 2_500;
    private static final int DELETES_RATE = 2_000;
    private static final long MOST_MAJOR = 5_000;

    private final Scene scene;
    private final Host host;
    private final RecordNews news;
    private final Town.Business business;
    private final RecordRef invoice;
    private final Consumer<URI> reader;
    private final Dice dice;
    private int events;

    Clerk(Scene scene, Host host, RecordNews news, Ask ask, Consumer<URI> reader) {
        this.scene = scene;
        this.host = host;
        this.news = news;
        this.business = ask.business();
        this.invoice = ask.record();
        this.reader = reader;
        this.dice = scene.dice().named("clerk " + invoice.id());
    }

    /** Plans what is done until the given moment. */
    void begin(Instant until) {
        Duration span = Duration.between(scene.clock().instant(), until);
        Instant now = scene.clock().instant();
        for (int i = 0; i < 2; i++) {
            scene.agenda().at(now.plus(dice.between(Duration.ofMinutes(10), span)), this::send);
        }
        at(CHANGES_TOTAL_RATE, now, span, () -> change(InvoiceView.STATE_ISSUED, total(), RecordEvent.TOTAL_CHANGED));
        at(VOIDS_RATE, now, span, () -> change(InvoiceView.STATE_VOID, total(), RecordEvent.INVOICE_VOIDED));
        at(DELETES_RATE, now, span, this::delete);
    }

    private void at(int rate, Instant now, Duration span, Runnable step) {
        boolean happens = dice.happens(rate);
        Instant moment = now.plus(dice.between(Duration.ofMinutes(10), span));
        if (happens) {
            scene.agenda().at(moment, step);
        }
    }

    /** Prints the invoice: its link is asked for, and must stay the same. */
    private void send() {
        Reply<Optional<DocumentLinkView>> reply =
                host.call("document.link", process -> process.documentLink().provide(business.id(), invoice));
        if (reply.callsOut() > 0) {
            scene.violations().add("a_document_called_out", invoice.id());
        }
        reply.value().flatMap(found -> found).ifPresent(link -> {
            scene.trace().step("clerk", invoice.id() + " is sent for " + link.amount());
            reader.accept(link.address());
        });
    }

    private void change(String state, Money total, String kind) {
        if (!scene.town().isWithdrawn(business.id(), invoice)) {
            scene.town().invoices().change(business.id(), invoice.id(), state, total);
            tell(kind);
        }
    }

    private void delete() {
        if (scene.town().invoices().find(business.id(), invoice.id()).isPresent()) {
            scene.town().invoices().delete(business.id(), invoice.id());
            tell(RecordEvent.DELETED);
        }
    }

    private Money total() {
        String currency = business.org().currency();
        return Money.of((1 + dice.below(MOST_MAJOR)) * (currency.equals("JPY") ? 1 : 100), currency);
    }

    private void tell(String kind) {
        events++;
        String eventId = invoice.id() + "-" + events;
        news.add(new RecordEvent(
                eventId, kind, business.id(), invoice, scene.clock().instant(), Map.of()));
    }
}
