package dev.quittance.crm.books;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How a client stands, from the sums of the records: see {@link ClientFigures} for what counts. Immutable and thread-safe. */
final class ClientRule {
    private final Map<RecordRef, Map<String, Sums>> sums;
    private final LocalDate today;

    ClientRule(Map<RecordRef, Map<String, Sums>> sums, LocalDate today) {
        this.sums = sums;
        this.today = today;
    }

    /** One client's figures, by currency; currencies in which there is nothing to say are left out. */
    List<ClientFigures> figures(List<ClientRecord> records) {
        TreeSet<String> currencies = new TreeSet<>();
        for (ClientRecord each : records) {
            currencies.add(each.currency());
            currencies.addAll(sums.getOrDefault(each.ref(), Map.of()).keySet());
        }
        Collection<List<ClientRecord>> works = records.stream()
                .collect(Collectors.groupingBy(ClientRecord::project))
                .values();
        List<ClientFigures> figures = new ArrayList<>();
        for (String currency : currencies) {
            Line line = Line.NOTHING;
            for (List<ClientRecord> work : works) {
                line = line.plus(line(work, currency));
            }
            if (!line.equals(Line.NOTHING)) {
                figures.add(line.in(currency));
            }
        }
        return figures;
    }

    /** What a project and its invoices come to together, or all invoices without a project. */
    private Line line(List<ClientRecord> work, String currency) {
        Optional<Long> contract = work.stream()
                .filter(each -> each.isProject() && each.currency().equals(currency))
                .flatMap(each -> each.total().stream())
                .findFirst();
        long invoiced = 0;
        long asked = 0;
        long late = 0;
        Sums all = Sums.NONE;
        for (ClientRecord each : work) {
            Sums own = sums.getOrDefault(each.ref(), Map.of()).getOrDefault(currency, Sums.NONE);
            all = all.plus(own);
            if (each.isProject()) {
                asked = Math.addExact(asked, askedFor(own));
            } else if (each.currency().equals(currency)) {
                invoiced = Math.addExact(invoiced, each.total().orElse(0L));
                late = Math.addExact(late, late(each, own));
            }
        }
        long both = Math.addExact(invoiced, asked);
        long one = Math.max(invoiced, asked);
        Sums together = all;
        return new Line(
                contract.map(most -> Math.max(one, Math.min(both, most))).orElse(both),
                all.settled() - all.reversed(),
                all.processing(),
                Math.min(late, contract.map(total -> missing(total, together)).orElse(late)));
    }

    private long late(ClientRecord invoice, Sums own) {
        return invoice.dueOn().filter(today::isAfter).isPresent()
                ? invoice.total().map(total -> missing(total, own)).orElse(0L)
                : 0;
    }

    private static long missing(long total, Sums sums) {
        return Math.max(0, Math.subtractExact(sums.owedOf(total), sums.processing()));
    }

    private static long askedFor(Sums own) {
        return Math.addExact(own.settled() - own.reversed(), Math.addExact(own.processing(), own.requested()));
    }

    /** Figures in minor units of a currency. */
    private record Line(long billed, long paid, long processing, long overdue) {
        static final Line NOTHING = new Line(0, 0, 0, 0);

        Line plus(Line more) {
            return new Line(
                    Math.addExact(billed, more.billed),
                    Math.addExact(paid, more.paid),
                    Math.addExact(processing, more.processing),
                    Math.addExact(overdue, more.overdue));
        }

        ClientFigures in(String currency) {
            return new ClientFigures(
                    Money.of(billed, currency),
                    Money.of(paid, currency),
                    Money.of(processing, currency),
                    Money.of(overdue, currency));
        }
    }
}
