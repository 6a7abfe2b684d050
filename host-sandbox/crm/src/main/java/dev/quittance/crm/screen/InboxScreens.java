package dev.quittance.crm.screen;

import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.inbox.Letter;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** The mail that was sent. It stands for the customers' mailboxes, so it belongs to the sandbox and not to an organisation. */
final class InboxScreens {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"']+[^\\s<>\"'.,;:!?)]");
    /** A mail's HTML comes from outside: no script, no form, nothing loaded, and links open elsewhere. */
    private static final String LETTER_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
            + "form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
            + "sandbox allow-popups allow-popups-to-escape-sandbox";

    private final Parts parts;
    private final PageShow show;

    InboxScreens(Parts parts) {
        this.parts = parts;
        this.show = new PageShow(parts);
    }

    List<Route> routes() {
        Access view = Access.permission(Permissions.VIEW);
        return List.of(
                Route.get("/inbox", view, this::list),
                Route.get("/inbox/{id}", view, this::letter),
                Route.get("/inbox/{id}/html", view, this::html),
                Route.get("/inbox/{id}/source", view, this::source));
    }

    private Reply list(Exchange exchange) {
        Organisation reader = exchange.visitor().user().org();
        List<InboxPage.Row> rows = parts.inbox().list().stream()
                .map(letter -> new InboxPage.Row(
                        "/inbox/" + letter.id(),
                        subject(letter),
                        letter.recipient(),
                        letter.from(),
                        Formats.moment(letter.receivedAt(), reader)))
                .toList();
        return show.page(exchange, new PageShow.Place("Inbox", "inbox", "inbox"), new InboxPage(rows));
    }

    private Reply letter(Exchange exchange) {
        Organisation reader = exchange.visitor().user().org();
        Optional<Letter> found = parts.inbox().find(exchange.part("id"));
        if (found.isEmpty()) {
            return show.absent(exchange);
        }
        Letter letter = found.get();
        String href = "/inbox/" + letter.id();
        LetterPage page = new LetterPage(
                subject(letter),
                letter.from(),
                letter.recipient(),
                Formats.moment(letter.receivedAt(), reader),
                letter.html().map(html -> href + "/html"),
                letter.text().map(InboxScreens::withLinks).orElse(List.of()),
                letter.headers().stream()
                        .map(header -> new LetterPage.Line(header.name(), header.value()))
                        .toList(),
                href + "/source");
        return show.page(exchange, new PageShow.Place(page.subject(), "inbox", "letter"), page);
    }

    private Reply html(Exchange exchange) {
        Optional<String> html = parts.inbox().find(exchange.part("id")).flatMap(Letter::html);
        if (html.isEmpty()) {
            return show.absent(exchange);
        }
        Document document = Jsoup.parse(html.get());
        document.select("a[href]").attr("target", "_blank").attr("rel", "noopener noreferrer");
        return Reply.html(200, document.outerHtml())
                .with("Content-Security-Policy", LETTER_POLICY)
                .with("X-Frame-Options", "SAMEORIGIN")
                .with("Referrer-Policy", "no-referrer");
    }

    private Reply source(Exchange exchange) {
        Optional<Path> file = parts.inbox().findFile(exchange.part("id"));
        if (file.isEmpty()) {
            return show.absent(exchange);
        }
        try {
            return Reply.text(200, Files.readString(file.get(), StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String subject(Letter letter) {
        return letter.subject().isBlank() ? "(no subject)" : letter.subject();
    }

    /** The text with its links apart, so that they can be followed. */
    static List<LetterPage.Words> withLinks(String text) {
        List<LetterPage.Words> words = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(text);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() > end) {
                words.add(new LetterPage.Words(text.substring(end, matcher.start()), false));
            }
            words.add(new LetterPage.Words(matcher.group(), true));
            end = matcher.end();
        }
        if (end < text.length()) {
            words.add(new LetterPage.Words(text.substring(end), false));
        }
        return words;
    }
}
