package dev.quittance.stripe.request;

import dev.quittance.api.money.Money;
import java.util.List;
import java.util.Optional;

/**
 * What somebody settled on for a split. Immutable.
 *
 * @param total what is asked for in all; the parts add up to it
 * @param parts one for each payer, in order
 */
record SplitTerms(Money total, List<Part> parts) {
    /**
     * What one payer is asked for.
     *
     * @param recipient who
     * @param share how much
     */
    record Part(Recipient recipient, Money share) {}

    /** Copies the parts. */
    SplitTerms {
        parts = List.copyOf(parts);
    }

    /** The terms of one part, counted from 1, of work by this name. */
    RequestTerms part(int number, Standing standing, String name) {
        return new RequestTerms(
                type(standing),
                Optional.empty(),
                parts.get(number - 1).share(),
                "Part " + number + " of " + parts.size() + " – " + Descriptions.shortened(name));
    }

    /** The terms as a whole, to be looked at before they are sent. */
    RequestTerms whole(Standing standing) {
        return new RequestTerms(type(standing), Optional.empty(), total, "");
    }

    /** What closes the account is a final payment. */
    private RequestType type(Standing standing) {
        return standing.left().filter(total::equals).isPresent() ? RequestType.FINAL : RequestType.CUSTOM;
    }
}
