package dev.quittance.emulator.connect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.ApiRequest;
import dev.quittance.emulator.api.Checks;
import dev.quittance.emulator.api.Expansions;
import dev.quittance.emulator.api.Operation;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import dev.quittance.emulator.wire.ParamRules;
import java.time.Duration;
import java.util.List;

/** Ways to the onboarding page, each good for one visit. */
final class AccountLinks {
    static final String PATH = "/setup/s/";
    static final String EXPIRES_AT = "expires_at";
    static final String USED = "used";

    private static final Duration GOOD_FOR = Duration.ofMinutes(5);
    private static final String ONBOARDING = "account_onboarding";
    private static final String UPDATE = "account_update";

    private AccountLinks() {}

    static Route route() {
        return Route.post(
                "account_links",
                ParamRules.actsOn("account type refresh_url return_url"),
                Expansions.Shape.plain(),
                AccountLinks::create);
    }

    private static Operation.Work create(ApiRequest request) {
        Form form = request.form();
        String id = form.requireText("account");
        String type = form.requireText("type");
        form.oneOf("type", List.of(ONBOARDING, UPDATE));
        form.requireText("refresh_url");
        form.requireText("return_url");
        Checks.url(form, "refresh_url");
        Checks.url(form, "return_url");
        return turn -> {
            ObjectNode account = ConnectedAccounts.requireConnected(turn, id);
            if (type.equals(UPDATE)
                    && !account.at("/controller/requirement_collection")
                            .asText()
                            .equals("application")) {
                throw ApiError.refused(
                        null,
                        "You cannot create `account_update` type Account Links for this account. Valid Account Link types"
                                + " for this account are: [\"account_onboarding\"].");
            }
            ObjectNode link = Json.object();
            link.put("id", turn.ids().secret(""));
            link.put("account", id);
            link.put("refresh_url", form.requireText("refresh_url"));
            link.put("return_url", form.requireText("return_url"));
            link.put(EXPIRES_AT, turn.nowSeconds() + GOOD_FOR.toSeconds());
            turn.put(Kind.ACCOUNT_LINK, link);
            ObjectNode answer = Json.object();
            answer.put("object", "account_link");
            answer.put("created", turn.nowSeconds());
            answer.set(EXPIRES_AT, link.path(EXPIRES_AT));
            answer.put("url", turn.origin() + PATH + id + "/" + link.path("id").asText());
            return answer;
        };
    }
}
