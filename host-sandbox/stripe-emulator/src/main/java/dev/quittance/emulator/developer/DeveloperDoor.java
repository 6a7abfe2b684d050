package dev.quittance.emulator.developer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.account.Accounts;
import dev.quittance.emulator.api.AccountKeys;
import dev.quittance.emulator.page.Notice;
import dev.quittance.emulator.page.Page;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Partition;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The way in for developers: {@code /}, {@code /dev/…} and {@code /_local/…}, for this machine's own pages and programs only. */
public final class DeveloperDoor {
    private static final String LOCAL = "/_local/";
    private static final String PAGES = "/dev/";
    private static final int MAX_FORM_BYTES = 64 * 1024;

    private final Desk desk;
    private final List<MerchantAction> actions;
    private final Function<Call, Answer> api;
    private final LocalApi local;
    private final Pages pages;
    private final ControlPages controls;

    /**
     * @param actions what has a button but no API
     * @param api answers a call on Stripe's API, and takes note of it
     */
    public DeveloperDoor(Desk desk, List<MerchantAction> actions, Function<Call, Answer> api) {
        this.desk = desk;
        this.actions = List.copyOf(actions);
        this.api = api;
        this.local = new LocalApi(desk);
        this.pages = new Pages(desk, this.actions, this::accounts);
        this.controls = new ControlPages(desk, this::accounts);
    }

    private List<AccountKeys> accounts() {
        return desk.store()
                .listAll(Kind.ACCOUNT)
                .map(Doc::read)
                .filter(Accounts::hasKeys)
                .map(Accounts::keys)
                .toList();
    }

    /** Whether a path is the developers'. */
    public static boolean owns(String path) {
        return path.equals("/") || path.startsWith(LOCAL) || path.startsWith(PAGES);
    }

    public Answer answer(Call call) {
        if (!SameOrigin.allows(call, desk.world().origin())) {
            return json(
                    403,
                    error(ApiError.ofFault(
                            403,
                            "invalid_request_error",
                            null,
                            "Only pages and programs of this machine may do that.")));
        }
        Form form;
        try {
            form = form(call);
        } catch (ApiError e) {
            return json(e.status(), error(e));
        }
        return call.path().startsWith(LOCAL) ? local(call, form) : page(call, form);
    }

    private static Form form(Call call) {
        if (call.body().length > MAX_FORM_BYTES) {
            throw ApiError.tooLarge("more than a form needs");
        }
        String body = new String(call.body(), StandardCharsets.UTF_8);
        return Form.parse(
                call.rawQuery().isEmpty() || body.isEmpty() ? call.rawQuery() + body : call.rawQuery() + "&" + body);
    }

    private Answer local(Call call, Form form) {
        // Only a form on a page says where to go back to; programs read JSON.
        Optional<String> back = form.text("back").filter(path -> path.startsWith("/") && !path.startsWith("//"));
        try {
            List<String> path =
                    Arrays.asList(call.path().substring(LOCAL.length()).split("/"));
            ObjectNode done = switch (path.get(0)) {
                case "call" -> merchantCall(call, form);
                case "objects" -> act(call, path);
                default -> local.answer(call.method(), path, form);
            };
            return back.map(DeveloperDoor::seeOther).orElseGet(() -> json(200, done));
        } catch (ApiError e) {
            String message = String.valueOf(e.getMessage());
            return back.map(to -> html(
                            e.status(),
                            Notice.of("That was refused", message)
                                    .withLink("Go back", to)
                                    .render()))
                    .orElseGet(() -> json(e.status(), error(e)));
        }
    }

    /** A call on Stripe's API, with the account's own secret key. */
    private ObjectNode merchantCall(Call call, Form form) {
        String wanted = form.requireText("account");
        AccountKeys keys = accounts().stream()
                .filter(each -> Partition.account(wanted).equals(each.account()))
                .findFirst()
                .orElseThrow(() -> ApiError.resourceMissing("account", wanted, "account"));
        String path = form.requireText("path");
        if (!call.method().equals("POST") || !path.startsWith("/v1/")) {
            throw ApiError.refused(null, "Only a POST to /v1/ can be done here.");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("authorization", "Bearer " + secretKey(keys, Partition.isLive(wanted)));
        headers.put("content-type", "application/x-www-form-urlencoded");
        Answer answer = api.apply(
                new Call("POST", path, "", headers, Params.of(call.body()).getBytes(StandardCharsets.UTF_8)));
        ObjectNode body = Json.read(answer.body());
        if (answer.status() >= 400) {
            throw ApiError.ofFault(
                    answer.status(),
                    body.at("/error/type").asText(),
                    Json.text(body.path("error"), "code").orElse(null),
                    body.at("/error/message").asText());
        }
        return body;
    }

    private static String secretKey(AccountKeys keys, boolean live) {
        return live ? keys.live().map(AccountKeys.Live::secretKey).orElse("") : keys.secretKey();
    }

    private ObjectNode act(Call call, List<String> path) {
        if (!call.method().equals("POST") || path.size() < 3) {
            throw ApiError.unknownPath(call.method(), call.path());
        }
        Doc doc = pages.named(path.get(1)).orElseThrow(() -> ApiError.resourceMissing("object", path.get(1), "id"));
        MerchantAction action = actions.stream()
                .filter(each -> each.name().equals(path.get(2)) && each.on() == doc.kind())
                .filter(each -> each.fits().test(doc.read()))
                .findFirst()
                .orElseThrow(() -> ApiError.refused(null, "That cannot be done to this object now."));
        Turn turn = desk.turn(doc.partition());
        action.work().carryOut(turn, doc.read());
        desk.commit(turn);
        return Json.object().put("done", true);
    }

    private Answer page(Call call, Form form) {
        if (!call.method().equals("GET")) {
            return html(
                    405,
                    Notice.of("This address cannot be used that way", "Open it in a browser.")
                            .render());
        }
        try {
            return found(call.path(), form)
                    .map(page -> html(200, page))
                    .orElseGet(() -> html(
                            404,
                            Notice.of("Nothing is here", "The local Stripe has nothing of this name, or not any more.")
                                    .withLink("Overview", "/")
                                    .render()));
        } catch (ApiError e) {
            return html(
                    400,
                    Notice.of("That could not be read", String.valueOf(e.getMessage()))
                            .withLink("Overview", "/")
                            .render());
        }
    }

    private Optional<Page> found(String path, Form form) {
        return switch (path) {
            case "/" -> Optional.of(pages.overview());
            case "/dev/objects" -> Optional.of(pages.objects(form));
            case "/dev/find" -> pages.named(form.text("id").orElse("").trim()).map(pages::one);
            case "/dev/events" -> Optional.of(pages.events(form));
            case "/dev/requests" -> Optional.of(pages.requests());
            case "/dev/faults" -> Optional.of(controls.faults());
            case "/dev/clock" -> Optional.of(controls.clock());
            case "/dev/cards" -> Optional.of(controls.cards());
            default ->
                path.startsWith("/dev/object/")
                        ? pages.named(path.substring("/dev/object/".length())).map(pages::one)
                        : path.startsWith("/dev/requests/")
                                ? pages.request(path.substring("/dev/requests/".length()))
                                : Optional.empty();
        };
    }

    private static ObjectNode error(ApiError error) {
        return error.toJson();
    }

    private static Answer json(int status, ObjectNode body) {
        return new Answer(
                status, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), Json.pretty(body));
    }

    private static Answer html(int status, Page page) {
        Map<String, String> headers = new LinkedHashMap<>(page.headers());
        // The forms here are held against the page's origin, which a browser tells only under this policy.
        headers.put("Referrer-Policy", "same-origin");
        return new Answer(status, headers, page.html().getBytes(StandardCharsets.UTF_8));
    }

    private static Answer seeOther(String path) {
        return new Answer(303, Map.of("Location", path, "Cache-Control", "no-store"), new byte[0]);
    }
}
