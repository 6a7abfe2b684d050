package dev.quittance.stripe.payment;

import dev.quittance.api.money.Money;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What Stripe took of a request's payments and what is left of them. What is not known yet is said so, and never shown as nothing. */
final class SettledCells {
    private SettledCells() {}

    static Cell fee(RequestOverview overview) {
        return sum(overview, Payment::fee);
    }

    static Cell net(RequestOverview overview) {
        return sum(overview, Payment::net);
    }

    private static Cell sum(RequestOverview overview, Function<Payment, Optional<Money>> part) {
        List<Optional<Money>> parts = overview.payments().stream()
                .filter(payment -> payment.state() == PaymentState.SUCCEEDED)
                .map(part)
                .collect(Collectors.toList());
        if (parts.isEmpty()) {
            return Cell.empty();
        }
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
