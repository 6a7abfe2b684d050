package dev.quittance.emulator.developer;

import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.fault.Effect;
import dev.quittance.emulator.fault.FaultRule;
import dev.quittance.emulator.fault.FaultSpec;
import dev.quittance.emulator.page.DeveloperPage;
import dev.quittance.emulator.page.DeveloperPage.Action;
import dev.quittance.emulator.page.DeveloperPage.Cell;
import dev.quittance.emulator.page.DeveloperPage.Field;
import dev.quittance.emulator.page.DeveloperPage.Option;
import dev.quittance.emulator.page.Page;
import dev.quittance.emulator.payment.TestBank;
import dev.quittance.emulator.payment.TestCard;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Where developers turn the knobs: faults, clock, state; and what they copy: cards and keys. */
final class ControlPages {
    private static final String FAULTS = "/dev/faults";
    private static final String CLOCK = "/dev/clock";

    private final Desk desk;
    private final Supplier<List<AccountKeys>> accounts;

    ControlPages(Desk desk, Supplier<List<AccountKeys>> accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    Page faults() {
        DeveloperPage page = new DeveloperPage("Faults")
                .text("A rule strikes calls or webhooks that fit. Rules are gone after a restart.");
        page.heading("Rules in force");
        List<List<Cell>> rows = new ArrayList<>();
        for (FaultRule rule : desk.door().faults().all()) {
            FaultSpec spec = rule.spec();
            rows.add(List.of(
                    Cell.of(rule.id()),
                    Cell.of(spec.effect().label()),
                    Cell.of((spec.method() + " " + spec.path() + " " + spec.event()).trim()),
                    Cell.of(spec.count() == 0 ? "always" : spec.count() + " times"),
                    Cell.of(Long.toString(rule.fired()))));
        }
        page.table("Rules", List.of("Rule", "What happens", "To what", "How often", "So far"), rows);
        for (FaultRule rule : desk.door().faults().all()) {
            page.action(
                    Action.post("/_local/faults/" + rule.id() + "/remove", FAULTS, List.of(), "Remove " + rule.id()));
        }
        page.heading("New rule");
        page.action(Action.post("/_local/faults", FAULTS, fields(), "Put in force"));
        page.heading("Stripe's rate limits");
        boolean on = desk.door().limits().isOn();
        page.text(on ? "They are on: 25 calls a second in test mode." : "They are off.");
        page.action(Action.post("/_local/limits", FAULTS, List.of(), on ? "Switch off" : "Switch on")
                .with(Map.of("on", Boolean.toString(!on))));
        return page.render();
    }

    private static List<Field> fields() {
        List<Option> effects = Arrays.stream(Effect.values())
                .map(effect -> new Option(effect.word(), effect.label()))
                .toList();
        return List.of(
                new Field("effect", "What happens", Effect.ERROR.word(), effects),
                Field.text("method", "Method, for calls", ""),
                Field.text("path", "Path, for calls; * is any part", ""),
                Field.text("event", "Event type, for webhooks", ""),
                Field.text("nth", "From which match on", "1"),
                Field.text("count", "How often; 0 is always", "1"),
                Field.text("percent", "How likely, in percent", "100"),
                Field.text("seed", "Seed of the dice", "1"),
                Field.text("millis", "Milliseconds, where it waits", "5000"),
                Field.text("version", "API version, where it is another", ""));
    }

    Page clock() {
        DeveloperPage page = new DeveloperPage("Clock and state").text("It is " + now() + " here.");
        page.action(Action.post(
                "/_local/clock",
                CLOCK,
                List.of(Field.text("advance", "Go on by, such as P3D or PT2H", "P1D")),
                "Go on"));
        page.action(Action.post("/_local/clock", CLOCK, List.of(Field.text("to", "Go on to", now())), "Go on to"));
        page.heading("Snapshots");
        List<String> names = desk.world().journal().snapshots().names();
        for (String name : names) {
            page.action(Action.post("/_local/snapshots/" + name + "/restore", CLOCK, List.of(), "Go back to " + name));
            page.action(Action.post("/_local/snapshots/" + name + "/remove", CLOCK, List.of(), "Delete " + name));
        }
        page.action(
                Action.post("/_local/snapshots", CLOCK, List.of(Field.text("name", "Keep this state as", "")), "Keep"));
        page.heading("Reset");
        page.text("Everything is forgotten but accounts, keys and webhook endpoints. Nobody can take that back.");
        page.action(Action.post("/_local/reset", CLOCK, List.of(), "Forget everything"));
        return page.render();
    }

    private String now() {
        return desk.world().clock().instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String words(String name) {
        String words = name.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    Page cards() {
        DeveloperPage page = new DeveloperPage("Cards and keys")
                .text("Any future date, any security code. A click marks a number for copying.");
        List<List<Cell>> rows = new ArrayList<>();
        for (TestCard card : TestCard.values()) {
            rows.add(List.of(
                    Cell.of(card.numberForDevelopers()),
                    Cell.of(words(card.name()).replace("Three d secure", "3-D Secure")),
                    Cell.of(words(card.brand()))));
        }
        page.heading("Test cards");
        page.table("Test cards", List.of("Number", "What it does", "Brand"), rows);
        page.heading("Test bank accounts");
        List<List<Cell>> banks = new ArrayList<>();
        for (TestBank bank : TestBank.values()) {
            banks.add(List.of(Cell.of(bank.numberForDevelopers()), Cell.of(words(bank.name()))));
        }
        page.table("Test bank accounts", List.of("Number, with routing number 110000000", "What it does"), banks);
        page.heading("Keys");
        List<List<Cell>> keys = new ArrayList<>();
        for (AccountKeys each : accounts.get()) {
            keys.add(List.of(
                    Cell.of(each.name()),
                    Cell.of(each.secretKey()),
                    Cell.of(each.restrictedKey()),
                    Cell.of(each.publishableKey())));
        }
        page.table("Keys", List.of("Account", "Secret", "Restricted", "Publishable"), keys);
        return page.render();
    }
}
