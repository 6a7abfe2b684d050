package dev.quittance.trials.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.stripe.exception.StripeException;
import dev.quittance.emulator.wire.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That the look at answers sees what is wrong with one. */
final class AnswerCheckIT {
    private final Office office = Office.open();

    @AfterEach
    void close() {
        office.close();
    }

    private static List<String> spoilt(CheckedHttp.Heard answer, Consumer<ObjectNode> change) {
        ObjectNode body = Json.read(answer.body().getBytes(StandardCharsets.UTF_8));
        change.accept(body);
        return AnswerCheck.violations(List.of(new CheckedHttp.Heard("GET /", answer.status(), body.toString())));
    }

    @Test
    void every_kind_of_spoilt_answer_is_noticed() throws StripeException {
        var customers = office.client().v1().customers();
        customers.create();
        customers.list();
        customers.delete(customers.create().getId());
        List<CheckedHttp.Heard> heard = office.heard();
        CheckedHttp.Heard one = heard.get(0);
        CheckedHttp.Heard list = heard.get(1);
        CheckedHttp.Heard deleted = heard.get(3);

        assertThat(AnswerCheck.violations(heard)).isEmpty();
        assertThat(spoilt(one, body -> body.remove("created"))).anyMatch(text -> text.contains("lacks created"));
        assertThat(spoilt(one, body -> body.put("colour", "red"))).anyMatch(text -> text.contains("unknown colour"));
        assertThat(spoilt(one, body -> body.put("email", 7))).isNotEmpty();
        assertThat(spoilt(one, body -> body.putNull("livemode"))).isNotEmpty();
        assertThat(spoilt(one, body -> body.put("object", "carpet")))
                .anyMatch(text -> text.contains("nobody looks at"));
        assertThat(spoilt(list, body -> body.remove("url"))).isNotEmpty();
        assertThat(spoilt(list, body -> ((ObjectNode) body.at("/data/0")).remove("created")))
                .isNotEmpty();
        assertThat(spoilt(deleted, body -> body.remove("id"))).isNotEmpty();
    }

    @Test
    void what_the_clients_model_cannot_hold_is_noticed() {
        assertThat(ModelCheck.losses("{\"id\":\"cus_1\",\"colour\":\"red\"}", com.stripe.model.Customer.class))
                .containsExactly("Customer.colour was \"red\" and is ");
        assertThat(ModelCheck.losses("{\"id\":\"cus_1\",\"created\":\"soon\"}", com.stripe.model.Customer.class))
                .hasSize(1);
    }
}
