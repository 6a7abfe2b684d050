package dev.quittance.crm.screen;

import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.notice.Notice;

/**
 * News in a list.
 *
 * @param words the news
 * @param tone in a word
 * @param style the look of the tone
 * @param href where it leads; empty for nowhere
 * @param moment when it was told
 * @param read whether the reader has seen it
 */
public record NoticeRow(String words, String tone, String style, String href, String moment, boolean read) {
    static NoticeRow of(Notice notice, Organisation reader) {
        return new NoticeRow(
                notice.words(),
                tone(notice.tone()),
                style(notice.tone()),
                notice.address(),
                Formats.moment(notice.createdAt(), reader),
                notice.read());
    }

    private static String tone(String tone) {
        return switch (tone) {
            case "good" -> "Good";
            case "warning" -> "Attention";
            case "danger" -> "Problem";
            default -> "News";
        };
    }

    private static String style(String tone) {
        return switch (tone) {
            case "good" -> "bg-green-lt";
            case "warning" -> "bg-yellow-lt";
            case "danger" -> "bg-red-lt";
            default -> "bg-azure-lt";
        };
    }
}
