package dev.quittance.crm.screen;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.books.Figures;
import dev.quittance.crm.document.InvoicePaper;
import dev.quittance.crm.document.Words;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.Invoice;
import dev.quittance.crm.record.InvoiceLine;
import dev.quittance.crm.record.InvoiceState;
import dev.quittance.crm.record.Project;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Writes invoices for their customers, in their language. */
final class InvoicePapers {
    private static final int PERCENT_DECIMALS = 2;

    private final Parts parts;

    InvoicePapers(Parts parts) {
        this.parts = parts;
    }

    /** The invoice as its customer gets it, with a link where there is something to pay. */
    InvoicePaper of(Invoice invoice, Figures figures, Organisation org) {
        Optional<Client> client =
                parts.clients().find(org.id(), invoice.clientId().toString());
        Words words = Words.of(client.flatMap(Client::locale).orElse(org.locale()));
        List<InvoiceLine> lines = parts.invoices().lines(invoice);
        return new InvoicePaper(
                words,
                invoice.name(),
                new InvoicePaper.Business(org.name(), org.email(), org.phone()),
                invoice.clientName(),
                invoice.projectId().map(id -> project(org, id)).orElse(""),
                notice(invoice, figures, words),
                facts(invoice, words),
                lines.stream().map(line -> line(line, words.locale())).toList(),
                sums(invoice, lines, figures, words),
                link(invoice, figures, words.locale()));
    }

    /** The first link that plugins have for this document; none where nobody owes anything. */
    private Optional<InvoicePaper.PayLink> link(Invoice invoice, Figures figures, Locale locale) {
        boolean owed = figures.owed().filter(Money::isPositive).isPresent();
        if (invoice.state() != InvoiceState.ISSUED || !owed) {
            return Optional.empty();
        }
        RecordRef ref = RecordRef.invoice(invoice.id().toString());
        return parts.platform().get().screens().documentLinks(invoice.org(), ref).stream()
                .map(card ->
                        new InvoicePaper.PayLink(card.label(), card.address(), Formats.money(card.amount(), locale)))
                .findFirst();
    }

    private String project(Organisation org, UUID id) {
        return parts.projects().find(org.id(), id.toString()).map(Project::name).orElse("");
    }

    private static String notice(Invoice invoice, Figures figures, Words words) {
        return switch (invoice.state()) {
            case DRAFT -> words.say("draft");
            case VOID -> words.say("void");
            case ISSUED -> figures.owed().filter(Money::isPositive).isPresent() ? "" : words.say("settled");
        };
    }

    private static List<InvoicePaper.Fact> facts(Invoice invoice, Words words) {
        List<InvoicePaper.Fact> facts = new ArrayList<>();
        facts.add(new InvoicePaper.Fact(words.say("number"), invoice.name()));
        invoice.issuedOn()
                .ifPresent(day ->
                        facts.add(new InvoicePaper.Fact(words.say("issued"), Formats.date(day, words.locale()))));
        invoice.dueOn()
                .filter(day -> invoice.state() == InvoiceState.ISSUED)
                .ifPresent(
                        day -> facts.add(new InvoicePaper.Fact(words.say("due"), Formats.date(day, words.locale()))));
        return facts;
    }

    private static InvoicePaper.Line line(InvoiceLine line, Locale locale) {
        NumberFormat quantity = NumberFormat.getNumberInstance(locale);
        quantity.setMaximumFractionDigits(InvoiceLine.QUANTITY_DECIMALS);
        NumberFormat percent = NumberFormat.getNumberInstance(locale);
        percent.setMaximumFractionDigits(PERCENT_DECIMALS);
        return new InvoicePaper.Line(
                line.description(),
                quantity.format(line.quantity()),
                Formats.money(line.unitPrice(), locale),
                percent.format(BigDecimal.valueOf(line.taxBasisPoints(), PERCENT_DECIMALS)) + "\u00a0%",
                Formats.money(line.gross(), locale));
    }

    private static List<InvoicePaper.Fact> sums(
            Invoice invoice, List<InvoiceLine> lines, Figures figures, Words words) {
        Money net = Money.zero(invoice.currency());
        for (InvoiceLine line : lines) {
            net = net.plus(line.net());
        }
        List<InvoicePaper.Fact> sums = new ArrayList<>();
        sums.add(sum("net", net, words));
        sums.add(sum("taxes", invoice.total().minus(net), words));
        sums.add(sum("total", invoice.total(), words));
        addIfAny(sums, "paid", figures.paid(), words);
        addIfAny(sums, "refunded", figures.refunded(), words);
        addIfAny(sums, "processing", figures.processing(), words);
        if (invoice.state() == InvoiceState.ISSUED) {
            Money owed = figures.owed().orElse(invoice.total()).minus(figures.processing());
            sums.add(sum("toPay", owed.isNegative() ? Money.zero(invoice.currency()) : owed, words));
        }
        return sums;
    }

    private static void addIfAny(List<InvoicePaper.Fact> sums, String key, Money money, Words words) {
        if (money.isPositive()) {
            sums.add(sum(key, money, words));
        }
    }

    private static InvoicePaper.Fact sum(String key, Money money, Words words) {
        return new InvoicePaper.Fact(words.say(key), Formats.money(money, words.locale()));
    }
}
