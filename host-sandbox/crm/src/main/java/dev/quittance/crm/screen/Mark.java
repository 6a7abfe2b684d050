package dev.quittance.crm.screen;

import dev.quittance.crm.books.Standing;
import dev.quittance.platform.screen.BadgeView;

/**
 * A badge.
 *
 * @param label its words
 * @param style its look
 */
public record Mark(String label, String style) {
    static Mark of(Standing standing) {
        return switch (standing) {
            case DRAFT -> new Mark("Draft", "bg-secondary-lt");
            case OPEN -> new Mark("Open", "bg-azure-lt");
            case PARTLY_PAID -> new Mark("Partly paid", "bg-yellow-lt");
            case PROCESSING -> new Mark("Processing", "bg-purple-lt");
            case PAID -> new Mark("Paid", "bg-green-lt");
            case REFUNDED -> new Mark("Refunded", "bg-secondary-lt");
            case OVERDUE -> new Mark("Overdue", "bg-red-lt");
            case VOID -> new Mark("Void", "bg-secondary-lt");
        };
    }

    static Mark of(BadgeView badge) {
        String style = switch (badge.tone()) {
            case "good" -> "bg-green-lt";
            case "warning" -> "bg-yellow-lt";
            case "danger" -> "bg-red-lt";
            case "info" -> "bg-azure-lt";
            default -> "bg-secondary-lt";
        };
        return new Mark(badge.label(), style);
    }
}
