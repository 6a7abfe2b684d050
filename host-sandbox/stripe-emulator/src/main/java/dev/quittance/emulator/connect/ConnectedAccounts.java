package dev.quittance.emulator.connect;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Connections;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Listing;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.store.Blank;
import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Renderer;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.ParamRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Accounts that a platform makes and looks after. */
public final class ConnectedAccounts {
    private static final ParamRules CREATE = AccountForm.RULES.and("""
            type country controller.fees.payer controller.losses.payments controller.requirement_collection
            controller.stripe_dashboard.type
            """);

    private static final List<String> TYPES = List.of("custom", "express", "standard");

    /** The euro's countries among Stripe's; elsewhere the currency has to be told, but for these. */
    private static final Map<String, String> CURRENCIES = Map.of("US", "usd", "JP", "jpy", "KW", "kwd");

    private static final List<String> EURO = List.of(
            "AT", "BE", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PT",
            "SI", "SK");

    private ConnectedAccounts() {}

    /** What this brings along. */
    public static Feature feature() {
        Expansions.Shape plain = Expansions.Shape.plain();
        List<Route> routes = new ArrayList<>(List.of(
                Route.post("accounts", CREATE, plain, ConnectedAccounts::create),
                Route.get("accounts", ParamRules.actsOn(Listing.CREATED_PARAMS), plain, ConnectedAccounts::list),
                Route.get("accounts/{id}", ParamRules.none(), plain, request -> turn -> require(turn, request.id())),
                Route.post("accounts/{id}", AccountForm.RULES, plain, ConnectedAccounts::update),
                AccountLinks.route()));
        routes.addAll(Capabilities.routes());
        return Feature.of(routes).withTimer(Kind.VERIFICATION, Requirements::verify);
    }

    /**
     * The turn's own account, or one connected to it.
     *
     * @throws ApiError 403 {@code account_invalid}
     */
    static ObjectNode require(Turn turn, String id) {
        return id.equals(turn.account()) ? turn.get(Kind.ACCOUNT, id) : requireConnected(turn, id);
    }

    static ObjectNode requireConnected(Turn turn, String id) {
        if (!Connections.isConnected(turn, turn.account(), id)) {
            throw ApiError.forbidden(
                    "account_invalid",
                    "The provided key does not have access to account '" + id
                            + "' (or that account does not exist). Application access may have been revoked.");
        }
        return turn.on(id).get(Kind.ACCOUNT, id);
    }

    private static Operation.Work create(ApiRequest request) {
        Form form = request.form();
        form.oneOf("type", TYPES);
        String country = form.text("country").orElse("").toUpperCase(Locale.ROOT);
        if (!country.isEmpty() && !country.matches("[A-Z]{2}")) {
            throw ApiError.invalid("country_unsupported", "country", "Country '" + country + "' is unknown.");
        }
        if (form.has("type") && form.has("controller")) {
            throw ApiError.invalid(
                    "parameters_exclusive",
                    "controller",
                    "You may only specify one of these parameters: controller, type.");
        }
        Map<String, String> metadata = AccountForm.check(form);
        return turn -> {
            ObjectNode account = blank(turn, form, country);
            AccountForm.fill(turn, account, form, metadata);
            if (account.path("type").asText().equals("standard")) {
                Capabilities.request(turn, account, "card_payments", true);
                Capabilities.request(turn, account, "transfers", true);
            }
            String id = account.path("id").asText();
            Requirements.update(turn, Json.object(), account);
            Connections.connect(turn.on(id), turn.account(), Connections.READ_WRITE);
            return account;
        };
    }

    private static ObjectNode blank(Turn turn, Form form, String country) {
        ObjectNode own = turn.get(Kind.ACCOUNT, turn.account());
        ObjectNode account = Blank.of(turn, Kind.ACCOUNT);
        String where = country.isEmpty() ? own.path("country").asText() : country;
        account.put("country", where);
        account.put("default_currency", currency(where));
        account.putNull("business_type");
        account.putObject("capabilities");
        account.set("external_accounts", BankAccounts.none(account.path("id").asText()));
        account.putObject("tos_acceptance").putNull("date").putNull("ip").putNull("user_agent");
        Form wanted = form.at("controller");
        String type = form.text("type").orElse(wanted.has("fees") ? "none" : "standard");
        account.set("controller", controller(wanted, type));
        account.put("type", type);
        return account;
    }

    /** Who pays fees, bears losses, asks for what is due and has which dashboard. */
    private static ObjectNode controller(Form wanted, String type) {
        boolean standard = type.equals("standard");
        String payer = standard ? "account" : "application_" + (type.equals("none") ? "custom" : type);
        String dashboard = standard ? "full" : type.equals("express") ? "express" : "none";
        String collector = type.equals("custom") ? "application" : "stripe";
        ObjectNode controller = Json.object();
        controller.put("type", "application");
        controller.put("is_controller", true);
        controller
                .putObject("fees")
                .put("payer", wanted.at("fees").text("payer").orElse(payer));
        controller
                .putObject("losses")
                .put("payments", wanted.at("losses").text("payments").orElse(standard ? "stripe" : "application"));
        controller.put(
                "requirement_collection", wanted.text("requirement_collection").orElse(collector));
        controller
                .putObject("stripe_dashboard")
                .put("type", wanted.at("stripe_dashboard").text("type").orElse(dashboard));
        return controller;
    }

    private static String currency(String country) {
        String currency = EURO.contains(country) ? "eur" : CURRENCIES.getOrDefault(country, "");
        if (Currencies.find(currency).isEmpty()) {
            throw ApiError.notEmulated("country", "accounts in " + country);
        }
        return currency;
    }

    private static Operation.Work update(ApiRequest request) {
        Form form = request.form();
        Map<String, String> metadata = AccountForm.check(form);
        return turn -> {
            if (request.id().equals(turn.account())) {
                throw ApiError.refused(
                        null, "You cannot update your own account over the API. Change it where it was made.");
            }
            ObjectNode account = requireConnected(turn, request.id());
            ObjectNode before = account.deepCopy();
            AccountForm.fill(turn, account, form, metadata);
            Requirements.update(turn, before, account);
            return account;
        };
    }

    private static Operation.Work list(ApiRequest request) {
        Listing listing = Listing.plan(request);
        return turn -> {
            ArrayNode accounts = Json.array();
            Connections.accountsOf(turn)
                    .map(id -> turn.on(id).get(Kind.ACCOUNT, id))
                    .filter(account -> listing.isWithin(account.path("created").asLong()))
                    .forEach(account -> accounts.add(Renderer.render(account, turn.nowSeconds())));
            return listing.pageOf(accounts, "account");
        };
    }
}
