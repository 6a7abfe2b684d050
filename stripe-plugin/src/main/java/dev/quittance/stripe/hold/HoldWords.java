package dev.quittance.stripe.hold;

import dev.quittance.api.ui.Text;
import dev.quittance.stripe.installation.Hold;

/** What people read while money is held. */
public final class HoldWords {
    private HoldWords() {}

    /** What was noticed, and what that means for money. */
    static Text noticed(Hold hold) {
        return hold.kind() == Hold.Kind.ELSEWHERE
                ? Text.of(
                        "hold.elsewhere",
                        "This host is not where it was: it was moved, or this is a copy. Until an admin says which, nobody is given "
                                + "money back and no mail goes to customers. What comes in is booked as always, and nothing is lost.")
                : Text.of(
                        "hold.older",
                        "Stripe knows payments of yours that are missing here: the data was restored from a backup. Until an admin "
                                + "confirms that, nobody is given money back and no receipts leave. What comes in is booked as always.");
    }

    /** What stands on a record for those who cannot answer. */
    static Text forOthers() {
        return Text.of(
                "hold.others",
                "Refunds wait: this may be a copy or a restored backup. Nobody was charged or given anything. An admin answers that on "
                        + "the page Line to Stripe.");
    }

    /** Why a click on Refund did nothing. */
    public static Text refused() {
        return Text.of(
                "hold.refused",
                "Nothing was given back: this may be a copy or a restored backup, so all refunds wait. Ask an admin to open Line to "
                        + "Stripe and say which it is, then refund again.");
    }

    /** Which of the things that were remembered is another now; a stable word of the hold's. */
    static Text difference(String word) {
        return switch (word) {
            case "key" -> Text.of("hold.differs.key", "The installation’s key is another one");
            case "address" -> Text.of("hold.differs.address", "The public address is another one");
            case "database" -> Text.of("hold.differs.database", "The database is another one, or lies elsewhere");
            default -> Text.of("hold.differs.lost", "Stripe has {0}, and the books here have not", word);
        };
    }
}
