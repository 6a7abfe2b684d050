package dev.quittance.emulator.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page that says one thing.
 *
 * @param heading what is the case
 * @param text whether anyone was charged, and what to do next
 */
public record Notice(String heading, String text, Optional<Link> link) {
    /** Where to go from here. */
    public record Link(String label, String url) {}

    public static Notice of(String heading, String text) {
        return new Notice(heading, text, Optional.empty());
    }

    /** With a way on; without one if the address is null. */
    public Notice withLink(String label, @Nullable String url) {
        return new Notice(heading, text, Optional.ofNullable(url).map(u -> new Link(label, u)));
    }

    public Page render() {
        String way = link.map(to -> Template.inline("<p><a class=\"back\" href=\"{{url}}\">{{label}}</a></p>")
                        .with("url", to.url())
                        .with("label", to.label())
                        .render())
                .orElse("");
        return Template.document(
                heading,
                Template.of("notice.html")
                        .with("heading", heading)
                        .with("text", text)
                        .with("link", way)
                        .render());
    }
}
