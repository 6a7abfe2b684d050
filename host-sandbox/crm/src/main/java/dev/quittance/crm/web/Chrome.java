package dev.quittance.crm.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param title the page's title, plain words
 * @param section which part of the navigation it belongs to: {@code home}, {@code projects}, …; empty for none
 * @param styles addresses of style sheets
 * @param scripts addresses of scripts; everything works without them
 * @param person who is signed in
 * @param token guards the forms of the page; empty if it has none
 * @param message what was just done
 */
public record Chrome(
        String title,
        String section,
        List<String> styles,
        List<String> scripts,
        Optional<Person> person,
        String token,
        Optional<Message> message) {
    /** Copies the lists. */
    public Chrome {
        styles = List.copyOf(styles);
        scripts = List.copyOf(scripts);
    }

    /**
     * Who is signed in, as the page's head shows them.
     *
     * @param name their name
     * @param role what they are
     * @param organisation whom they work for
     * @param language the organisation's, as BCP 47
     * @param unread how many pieces of news they have not seen
     * @param settings whether they may open the settings
     */
    public record Person(
            String name, String role, String organisation, String language, int unread, boolean settings) {}

    /**
     * What was just done.
     *
     * @param tone {@code good}, {@code info}, {@code warning} or {@code danger}
     * @param words the words
     */
    public record Message(String tone, String words) {
        /** Tabler's word for the tone. */
        public String style() {
            return switch (tone) {
                case "good" -> "success";
                case "warning" -> "warning";
                case "danger" -> "danger";
                default -> "info";
            };
        }
    }

    /** The same with another token. */
    public Chrome withToken(String other) {
        return new Chrome(title, section, styles, scripts, person, other, message);
    }

    /** The same with what was just done. */
    public Chrome withMessage(Message done) {
        return new Chrome(title, section, styles, scripts, person, token, Optional.of(done));
    }

    /** The value of {@code aria-current} for a part of the navigation; null, which leaves it out, for the other parts. */
    public @Nullable String current(String part) {
        return section.equals(part) ? "page" : null;
    }
}
