package dev.sample;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.RelatedList;
import dev.quittance.api.ui.*;
import java.time.Instant;
import java.util.*;
import org.pf4j.Extension;

@Extension
public final class NoteList implements RelatedList {
    private final Notes notes;

    NoteList(Notes notes) { this.notes = notes; }

    @Override public String id() { return "notes"; }
    @Override public Set<String> objects() { return Set.of("project"); }
    @Override public String permission() { return "sample.view"; }

    @Override
    public ListView list(RecordRef record, ListQuery query, Actor actor) {
        if (record.id().equals("broken")) {
            throw new IllegalStateException("list detail");
        }
        List<Row> rows = new ArrayList<>();
        int first = query.after().map(Integer::parseInt).orElse(0);
        int count = record.id().equals("none") ? 0 : 60;
        for (int i = first; i < Math.min(count, first + query.limit()); i++) {
            rows.add(new Row("r" + i, List.of(Cell.plain("row <" + i + ">"), Cell.amount(Money.of(123456, "EUR")), Cell.amount(Money.of(500, "JPY")),
                    Cell.moment(Instant.parse("2026-01-02T03:04:05Z")), Cell.state(new Badge(Text.plain("Paid"), Tone.GOOD)),
                    Cell.link(Text.plain("open"), Target.record(record)), Cell.empty())));
        }
        Optional<String> next = first + query.limit() < count ? Optional.of(String.valueOf(first + query.limit())) : Optional.empty();
        return new ListView(Text.plain("Notes"), List.of(Column.of("w", Text.plain("Words")), Column.numeric("a", Text.plain("Amount")), Column.numeric("y", Text.plain("Yen")),
                Column.of("m", Text.plain("When")), Column.of("s", Text.plain("State")), Column.of("l", Text.plain("Link")), Column.of("e", Text.plain("Else"))),
                rows, Text.plain("No notes yet."), next, List.of(new Fact(Text.plain("In all"), Cell.plain(count + ""))));
    }
}
