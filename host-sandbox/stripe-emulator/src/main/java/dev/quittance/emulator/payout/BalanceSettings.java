package dev.quittance.emulator.payout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.balance.PayoutPlan;
import dev.quittance.emulator.event.Events;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.ParamRules;
import java.util.List;
import java.util.Optional;

/** How an account is paid out, and whether its bank may be debited. */
public final class BalanceSettings {
    private BalanceSettings() {}

    /** What this brings along. */
    public static Feature feature() {
        Expansions.Shape plain = Expansions.Shape.plain();
        return Feature.of(List.of(
                Route.get("balance_settings", ParamRules.none(), plain, request -> BalanceSettings::read),
                Route.post(
                        "balance_settings",
                        ParamRules.actsOn("payments.debit_negative_balances payments.payouts.schedule.interval"
                                + " payments.payouts.statement_descriptor"),
                        plain,
                        BalanceSettings::update)));
    }

    private static ObjectNode read(Turn turn) {
        JsonNode kept = turn.get(Kind.ACCOUNT, turn.account()).path("settings").path("payouts");
        ObjectNode settings = Json.object();
        settings.put("object", "balance_settings");
        ObjectNode payments = settings.putObject("payments");
        payments.set("debit_negative_balances", kept.path("debit_negative_balances"));
        ObjectNode payouts = payments.putObject("payouts");
        payouts.putNull("automatic_transfer_rules_by_currency");
        payouts.putNull("minimum_balance_by_currency");
        payouts.putObject("schedule").set("interval", kept.path("schedule").path("interval"));
        payouts.set("statement_descriptor", kept.path("statement_descriptor"));
        payouts.put("status", "enabled");
        payments.putObject("settlement_timing")
                .put("delay_days", kept.path("schedule").path("delay_days").asInt())
                .putNull("start_of_day");
        return settings;
    }

    private static Operation.Work update(ApiRequest request) {
        Form payments = request.form().at("payments");
        Form payouts = payments.at("payouts");
        Form schedule = payouts.at("schedule");
        Optional<Boolean> debits = payments.bool("debit_negative_balances");
        Optional<String> interval = schedule.oneOf("interval", List.of("manual", "daily", "weekly", "monthly"));
        if (interval.isPresent() && !List.of("manual", "daily").contains(interval.get())) {
            throw ApiError.notEmulated(schedule.nameOf("interval"), "payouts by week or month");
        }
        Optional<String> descriptor = payouts.text("statement_descriptor");
        return turn -> {
            ObjectNode before = read(turn);
            ObjectNode account = turn.get(Kind.ACCOUNT, turn.account());
            ObjectNode kept = (ObjectNode) account.path("settings").path("payouts");
            debits.ifPresent(yes -> kept.put("debit_negative_balances", yes));
            interval.ifPresent(word -> ((ObjectNode) kept.path("schedule")).put("interval", word));
            descriptor.ifPresent(text -> kept.put("statement_descriptor", text));
            turn.put(Kind.ACCOUNT, account);
            PayoutPlan.arm(turn, turn.now());
            ObjectNode after = read(turn);
            Events.updated(turn, "balance_settings.updated", before, after);
            return after;
        };
    }
}
