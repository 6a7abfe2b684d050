package dev.sample;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.*;
import java.util.*;
import org.pf4j.Extension;

@Extension
public final class SampleSettings implements SettingsPage {
    private final Notes notes;

    SampleSettings(Notes notes) { this.notes = notes; }

    @Override public String id() { return "settings"; }
    @Override public Text label() { return Text.plain("Sample settings"); }
    @Override public String permission() { return "sample.settings"; }

    @Override
    public Page page(Actor actor) {
        return Page.of(Text.plain("Sample settings"), Block.paragraph(Text.plain("State: " + notes.words(actor.org().value(), "key:"))), Block.ask(form()));
    }

    @Override
    public Page page(Actor actor, String part) {
        if (part.isEmpty()) {
            return page(actor);
        }
        ListView list = new ListView(
                Text.plain("Parts"),
                List.of(Column.of("part", Text.plain("Part"))),
                List.of(new Row("1", List.of(Cell.link(Text.plain("First part"), Target.part("settings", "one/1"))))),
                Text.plain("None"),
                Optional.of("after&" + part),
                List.of());
        return Page.of(Text.plain("Part of it"), Block.paragraph(Text.plain("Part: " + part)), new Block.Listing(list));
    }

    private static Form form() {
        return new Form("connect", Text.plain("Connect"), List.of(),
                List.of(Field.of("secretKey", FieldType.SECRET, Text.plain("Secret key")).asRequired()), Text.plain("Save"));
    }

    @Override
    public ActionResult submit(String formId, Submission submission, Actor actor) {
        if (submission.values().value("secretKey").startsWith("pk_")) {
            return ActionResult.again(form().answered(submission.values(), Map.of("secretKey", Text.plain("That is a publishable key"))));
        }
        notes.write(actor.org().value(), "key:" + formId);
        return ActionResult.done(Text.plain("Connected."));
    }
}
