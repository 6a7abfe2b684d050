package dev.quittance.platform.render;

import dev.quittance.api.host.MailMessage;
import dev.quittance.api.ui.Badge;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Fact;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Tone;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes views of a plugin's pages for one reader. Immutable and thread-safe. */
public final class Pages {
    private static final Set<String> TONES = Set.of("neutral", "info", "good", "warning", "danger");
    /** A page that asks for less would be a burden on everybody. */
    private static final Duration SHORTEST_REFRESH = Duration.ofSeconds(2);

    private final Words words;
    private final Links links;

    /** Views in these words, with these links. */
    public Pages(Words words, Links links) {
        this.words = words;
        this.links = links;
    }

    /** The words. */
    public Words words() {
        return words;
    }

    /** The links. */
    public Links links() {
        return links;
    }

    /** A whole page. */
    public PageView page(Page page, FormSetting setting) {
        List<BlockView> blocks =
                page.blocks().stream().map(block -> block(block, setting)).toList();
        long refresh = page.refreshAfter()
                .map(wait -> Math.max(wait.toSeconds(), SHORTEST_REFRESH.toSeconds()))
                .orElse(0L);
        return new PageView(words.of(page.title()), blocks, refresh, Optional.empty(), Optional.empty(), words);
    }

    /** A page of one form. */
    public PageView page(Form form, FormSetting setting) {
        FormView view = form(form, setting);
        return PageView.of(view.title(), List.of(new BlockView.Ask(view)), words);
    }

    /** A form. */
    public FormView form(Form form, FormSetting setting) {
        return new FormView(
                form.id(),
                words.of(form.title()),
                setting.action(),
                form.notices().stream().map(this::callout).toList(),
                Fields.views(form, words),
                words.of(form.submit()),
                new FormView.Guard(
                        setting.csrf(),
                        setting.submission().get(),
                        FieldTypes.of(form).encoded(),
                        setting.canShowAgain()));
    }

    /** A list; {@code moreHref} leads to the next page, the cursor is put behind it. */
    public ListPart list(ListView list, String moreHref) {
        List<ListPart.ColumnView> columns = list.columns().stream()
                .map(column -> new ListPart.ColumnView(column.key(), words.of(column.label()), column.numeric()))
                .toList();
        List<ListPart.RowView> rows = list.rows().stream()
                .map(row -> new ListPart.RowView(
                        row.key(), row.cells().stream().map(this::cell).toList(), facts(row.details())))
                .toList();
        String next = list.next()
                .map(cursor -> moreHref + "?after=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8))
                .filter(href -> !moreHref.isEmpty())
                .orElse("");
        return new ListPart(words.of(list.title()), columns, rows, words.of(list.empty()), next, facts(list.totals()));
    }

    /** A sentence that must not be overlooked. */
    public CalloutView callout(Notice notice) {
        return callout(notice.tone(), words.of(notice.text()));
    }

    /** The same from words. */
    public CalloutView callout(Tone tone, String text) {
        String known = known(tone);
        return new CalloutView(known, words.say("tone." + known), text);
    }

    /** A mail: its parts as on a page, without what a mail cannot hold, its addresses absolute. */
    public MailView mail(MailMessage message, String business) {
        List<BlockView> blocks = message.body().stream()
                .filter(block -> !(block instanceof Block.Ask) && !(block instanceof Block.Listing))
                .map(block -> block(block, new FormSetting("", "", () -> "", false)))
                .toList();
        return new MailView(words.of(message.subject()), business, blocks, words);
    }

    private BlockView block(Block block, FormSetting setting) {
        if (block instanceof Block.Paragraph paragraph) {
            return new BlockView.Paragraph(words.of(paragraph.text()));
        }
        if (block instanceof Block.Amount amount) {
            return new BlockView.Amount(words.money(amount.money()), words.of(amount.caption()));
        }
        if (block instanceof Block.Facts facts) {
            return new BlockView.Facts(facts(facts.facts()));
        }
        if (block instanceof Block.Callout callout) {
            return new BlockView.Callout(callout(callout.notice()));
        }
        if (block instanceof Block.Ask ask) {
            return new BlockView.Ask(form(ask.form(), setting));
        }
        if (block instanceof Block.Listing listing) {
            return new BlockView.Listing(list(listing.list(), setting.action()));
        }
        Block.Button button = (Block.Button) block;
        return new BlockView.Button(words.of(button.label()), links.href(button.target()));
    }

    private List<FactView> facts(List<Fact> facts) {
        return facts.stream()
                .map(fact -> new FactView(words.of(fact.label()), cell(fact.value())))
                .toList();
    }

    private CellView cell(Cell cell) {
        if (cell instanceof Cell.Words given) {
            return new CellView("words", words.of(given.text()), "", "", "");
        }
        if (cell instanceof Cell.Amount amount) {
            return new CellView("amount", words.money(amount.money()), "", "", "");
        }
        if (cell instanceof Cell.Moment moment) {
            return new CellView(
                    "moment",
                    words.moment(moment.instant()),
                    "",
                    "",
                    moment.instant().toString());
        }
        if (cell instanceof Cell.State state) {
            Badge badge = state.badge();
            return new CellView("state", words.of(badge.label()), known(badge.tone()), "", "");
        }
        if (cell instanceof Cell.Link link) {
            return new CellView("link", words.of(link.label()), "", links.href(link.target()), "");
        }
        return new CellView("empty", words.say("empty.cell"), "", "", "");
    }

    private static String known(Tone tone) {
        return TONES.contains(tone.value()) ? tone.value() : Tone.NEUTRAL.value();
    }
}
