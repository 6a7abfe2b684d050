package dev.quittance.crm.books;

import dev.quittance.api.money.Money;
import dev.quittance.crm.record.Invoice;
import dev.quittance.crm.record.InvoiceState;
import dev.quittance.crm.record.Project;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is left to ask for. Money belongs to the one record that it was asked for; a project's figures are its own and those of its
 * invoices together. Left of a project with a contract is its total, less what was paid, plus what came back and is owed again,
 * less what is on its way, less what was asked for. Left of an issued invoice is the same of its own figures, but at most what is
 * left of its project where that has a contract in the same currency. Of a draft or void invoice nothing is left.
 */
final class LeftRule {
    private LeftRule() {}

    /**
     * A project's figures.
     *
     * @param sums by currency, its own and those of its invoices
     */
    static Figures ofProject(Project project, Map<String, Sums> sums) {
        Sums own = sums.getOrDefault(project.currency(), Sums.NONE);
        return figures(
                project.currency(),
                project.contractTotal(),
                sums,
                project.contractTotal().map(total -> atLeastNothing(own.leftOf(total.minor()))),
                project.contractTotal().map(total -> own.owedOf(total.minor())));
    }

    /**
     * An invoice's figures.
     *
     * @param sums by currency, its own
     * @param project the figures of its project, if there is one
     */
    static Figures ofInvoice(Invoice invoice, Map<String, Sums> sums, Optional<Figures> project) {
        if (invoice.state() != InvoiceState.ISSUED) {
            return figures(invoice.currency(), Optional.of(invoice.total()), sums, Optional.of(0L), Optional.of(0L));
        }
        Sums own = sums.getOrDefault(invoice.currency(), Sums.NONE);
        long total = invoice.total().minor();
        long left = atLeastNothing(own.leftOf(total));
        long most = project.flatMap(Figures::left)
                .filter(money -> money.currency().equals(invoice.currency()))
                .map(Money::minor)
                .orElse(left);
        return figures(
                invoice.currency(),
                Optional.of(invoice.total()),
                sums,
                Optional.of(Math.min(left, most)),
                Optional.of(own.owedOf(total)));
    }

    private static Figures figures(
            String currency, Optional<Money> total, Map<String, Sums> sums, Optional<Long> left, Optional<Long> owed) {
        Sums own = sums.getOrDefault(currency, Sums.NONE);
        return new Figures(
                total,
                Money.of(Math.subtractExact(own.settled(), own.reversed()), currency),
                Money.of(Math.subtractExact(own.reversed(), own.owedAgain()), currency),
                Money.of(own.processing(), currency),
                Money.of(own.requested(), currency),
                left.map(minor -> Money.of(minor, currency)),
                owed.map(minor -> Money.of(minor, currency)),
                otherPaid(currency, sums));
    }

    private static List<Money> otherPaid(String currency, Map<String, Sums> sums) {
        return sums.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(currency))
                .map(entry ->
                        Money.of(entry.getValue().settled() - entry.getValue().reversed(), entry.getKey()))
                .filter(Money::isPositive)
                .toList();
    }

    private static long atLeastNothing(long minor) {
        return Math.max(0, minor);
    }
}
