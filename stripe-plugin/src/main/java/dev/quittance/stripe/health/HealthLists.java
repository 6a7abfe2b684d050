package dev.quittance.stripe.health;

import dev.quittance.api.ui.Badge;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Cell;
import dev.quittance.api.ui.Choice;
import dev.quittance.api.ui.Column;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Row;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.operation.Operation;
import dev.quittance.stripe.operation.OperationState;
import dev.quittance.stripe.watch.Reading;
import dev.quittance.stripe.watch.WatchWords;
import dev.quittance.stripe.webhook.StuckEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lists and forms of the page. */
final class HealthLists {
    static final String TEST = "test-event";
    static final String REPAIR = "repair-endpoint";
    static final String REPLAY = "replay-event";
    static final String DISMISS = "dismiss-event";
    static final String SETTLE = "settle-call";
    static final String CHOICE = "which";

    private HealthLists() {}

    static Form testForm() {
        return new Form(
                TEST,
                Text.of("health.test.title", "Test the line"),
                List.of(),
                List.of(),
                Text.of("health.test.submit", "Send test event"));
    }

    static Form repairForm() {
        return new Form(
                REPAIR,
                Text.of("health.repair.title", "Repair the endpoint"),
                List.of(),
                List.of(),
                Text.of("health.repair.submit", "Repair endpoint"));
    }

    static void events(List<StuckEvent> stuck, List<Block> blocks) {
        blocks.add(new Block.Listing(new ListView(
                Text.of("health.events.title", "Events that were not taken in"),
                List.of(
                        Column.of("received", Text.of("health.column.received", "Received")),
                        Column.of("type", Text.of("health.column.type", "Event")),
                        Column.of("object", Text.of("health.column.object", "About")),
                        Column.of("state", Text.of("health.column.state", "State")),
                        Column.of("reason", Text.of("health.column.reason", "Why"))),
                stuck.stream().map(HealthLists::row).collect(Collectors.toList()),
                Text.of("health.events.empty", "None. Everything that Stripe sent was taken in."),
                Optional.empty(),
                List.of())));
        if (!stuck.isEmpty()) {
            List<Choice> choices = stuck.stream()
                    .map(event -> new Choice(event.key(), Text.plain(event.type()), Text.plain(event.eventId())))
                    .collect(Collectors.toList());
            blocks.add(Block.ask(choose(
                    REPLAY,
                    Text.of("health.replay.title", "Try an event again"),
                    choices,
                    Text.of("health.replay.submit", "Try again"))));
            blocks.add(Block.ask(choose(
                    DISMISS,
                    Text.of("health.dismiss.title", "Take an event off the list after comparing it with Stripe"),
                    choices,
                    Text.of("health.dismiss.submit", "Nothing is to come of it"))));
        }
    }

    static void calls(List<Operation> open, List<Block> blocks) {
        blocks.add(new Block.Listing(new ListView(
                Text.of("health.calls.title", "Calls to Stripe without an answer"),
                List.of(
                        Column.of("kind", Text.of("health.column.kind", "Call")),
                        Column.of("state", Text.of("health.column.state", "State")),
                        Column.of("sent", Text.of("health.column.sent", "Last sent")),
                        Column.numeric("tries", Text.of("health.column.tries", "Tries")),
                        Column.of("reason", Text.of("health.column.reason", "Why"))),
                open.stream().map(HealthLists::row).collect(Collectors.toList()),
                Text.of("health.calls.empty", "None. Stripe has answered every call."),
                Optional.empty(),
                List.of())));
        List<Choice> looked = open.stream()
                .filter(operation -> operation.state() == OperationState.QUARANTINED)
                .map(operation -> new Choice(
                        operation.operationId().toString(),
                        Text.plain(operation.kind()),
                        Text.plain(operation.errorCode())))
                .collect(Collectors.toList());
        if (!looked.isEmpty()) {
            blocks.add(Block.ask(choose(
                    SETTLE,
                    Text.of("health.settle.title", "Take a call off the list after comparing it with Stripe"),
                    looked,
                    Text.of("health.settle.submit", "I have looked at it"))));
        }
    }

    static Block watched(List<Reading> readings, Instant now) {
        return new Block.Listing(new ListView(
                Text.of("health.watched.title", "What is watched"),
                List.of(
                        Column.of("watched", Text.of("health.column.watched", "What")),
                        Column.numeric("count", Text.of("health.column.count", "How many")),
                        Column.of("oldest", Text.of("health.column.oldest", "The oldest since")),
                        Column.of("limit", Text.of("health.column.limit", "You are told")),
                        Column.of("state", Text.of("health.column.state", "State"))),
                readings.stream().map(reading -> row(reading, now)).collect(Collectors.toList()),
                Text.of("health.watched.empty", "Nothing is watched."),
                Optional.empty(),
                List.of()));
    }

    private static Row row(Reading reading, Instant now) {
        Badge badge = reading.isPast(now)
                ? new Badge(Text.of("health.watched.past", "Needs a look"), Tone.WARNING)
                : new Badge(Text.of("health.watched.well", "In order"), Tone.GOOD);
        return new Row(
                reading.watched().name(),
                List.of(
                        Cell.words(WatchWords.name(reading.watched())),
                        Cell.plain(reading.backlog().words()),
                        reading.backlog().oldest().map(Cell::moment).orElse(Cell.empty()),
                        Cell.words(WatchWords.limit(reading.watched())),
                        Cell.state(badge)));
    }

    private static Row row(StuckEvent event) {
        return new Row(
                event.key(),
                List.of(
                        Cell.moment(event.receivedAt()),
                        Cell.plain(event.type()),
                        event.objectId().isEmpty() ? Cell.empty() : Cell.plain(event.objectId()),
                        Cell.state(
                                event.isParked()
                                        ? new Badge(Text.of("health.state.parked", "Given up"), Tone.DANGER)
                                        : new Badge(Text.of("health.state.set_aside", "Set aside"), Tone.WARNING)),
                        Cell.plain(event.reason())));
    }

    private static Row row(Operation operation) {
        Badge badge = operation.state() == OperationState.QUARANTINED
                ? new Badge(Text.of("health.state.person", "Needs a person"), Tone.DANGER)
                : new Badge(Text.of("health.state.waiting", "Is tried again"), Tone.INFO);
        return new Row(
                operation.operationId().toString(),
                List.of(
                        Cell.plain(operation.kind()),
                        Cell.state(badge),
                        operation.lastSentAt().map(Cell::moment).orElse(Cell.empty()),
                        Cell.plain(Integer.toString(operation.tries())),
                        operation.errorCode().isEmpty() ? Cell.empty() : Cell.plain(operation.errorCode())));
    }

    private static Form choose(String id, Text title, List<Choice> choices, Text submit) {
        Field which = Field.of(CHOICE, FieldType.CHOICE, Text.of("health.which", "Which one?"))
                .asRequired()
                .withChoices(choices);
        return new Form(id, title, List.of(), List.of(which), submit);
    }
}
