package dev.quittance.stripe.payment;

import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Fact;
import dev.quittance.api.ui.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What Stripe took of a request's payments and what is left of them. What is not known yet is said so, and never shown as nothing. */
final class SettledFacts {
    private SettledFacts() {}

    /** Nothing as long as nothing came. */
    static List<Fact> of(RequestOverview overview, Map<UUID, Instant> arrivals) {
        List<Payment> came = overview.payments().stream()
                .filter(payment -> payment.state() == PaymentState.SUCCEEDED)
                .collect(Collectors.toList());
        return came.isEmpty()
                ? List.of()
                : List.of(
                        new Fact(Text.of("payments.column.fee", "Stripe’s fee"), sum(came, Payment::fee)),
                        new Fact(Text.of("payments.column.net", "After the fee"), sum(came, Payment::net)),
                        new Fact(Text.of("payments.column.bank", "Expected in your bank"), arrival(came, arrivals)));
    }

    /** The day on which the last of it is expected at the bank, or from when on it can be. */
    private static Cell arrival(List<Payment> came, Map<UUID, Instant> arrivals) {
        if (came.stream().allMatch(payment -> arrivals.containsKey(payment.paymentId()))) {
            return came.stream()
                    .flatMap(payment -> Optional.ofNullable(arrivals.get(payment.paymentId())).stream())
                    .max(Comparator.naturalOrder())
                    .map(day -> Cell.words(Text.of("payments.bank_on", "About {0}", day(day))))
                    .orElse(Cell.empty());
        }
        return came.stream()
                .flatMap(payment -> payment.availableOn().stream())
                .max(Comparator.naturalOrder())
                .map(day -> Cell.words(Text.of("payments.bank_after", "Not before {0}", day(day))))
                .orElse(Cell.words(Text.of("payments.not_known_yet", "Not known yet")));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }

    private static Cell sum(List<Payment> came, Function<Payment, Optional<Money>> part) {
        List<Optional<Money>> parts = came.stream().map(part).collect(Collectors.toList());
        if (parts.stream().anyMatch(Optional::isEmpty)) {
            return Cell.words(Text.of("payments.not_known_yet", "Not known yet"));
        }
        List<Money> known = parts.stream().flatMap(Optional::stream).collect(Collectors.toList());
        String currency = known.get(0).currency();
        return known.stream().allMatch(money -> money.currency().equals(currency))
                ? Cell.amount(known.stream().reduce(Money.zero(currency), Money::plus))
                : Cell.words(Text.of("payments.several_currencies", "In several currencies"));
    }
}
