package dev.quittance.stripe.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Submission;
import dev.quittance.stripe.testhost.TestInstallation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A shop in which money may be held, as admins see and answer it. */
final class Holding {
    static final Actor ADMIN =
            Shop.actor(Shop.RIDGELINE, "stripe-payments.settings", "stripe-payments.view", "stripe-payments.refund");

    /** Another database under another address: a copy, or a move. */
    static final TestInstallation ELSEWHERE =
            TestInstallation.USUAL.at("https://copy.test").on("jdbc:test:copied");

    private static final Duration MINUTE = Duration.ofSeconds(61);

    private final Shop shop;

    Holding(Shop shop) {
        this.shop = shop;
    }

    /** The plugin comes up there, as after moving or copying its host. */
    void startAt(TestInstallation there) {
        shop.host.isNow(there);
        shop.restart();
    }

    /** Time for looking through Stripe; nothing that Stripe tells is lost. */
    void catchUp() {
        for (int i = 0; i < 3; i++) {
            shop.sweep(MINUTE);
            shop.work();
        }
    }

    boolean isHeld() {
        return !words().isEmpty();
    }

    /** What was noticed, as it is stored; empty while nothing is held. */
    String noticed() {
        return shop.sql("select kind || ' ' || reason from hold where live_org_id = 'ridgeline'");
    }

    /** The forms by which an admin can answer now. */
    List<String> answers() {
        return shop.settings("health").page(ADMIN).blocks().stream()
                .filter(Block.Ask.class::isInstance)
                .map(block -> ((Block.Ask) block).form().id())
                .filter(id -> id.startsWith("hold-"))
                .toList();
    }

    /** What stands on a record of it. */
    String words() {
        return words(ADMIN);
    }

    String words(Actor actor) {
        List<Block> blocks = shop.panel("hold").blocks(Shop.PROJECT, actor);
        return blocks.isEmpty() ? "" : blocks.toString();
    }

    String live() {
        return shop.sql("select cast(hold_id as varchar) from hold where live_org_id = 'ridgeline'");
    }

    ActionResult answer(String how) {
        return answer(shop, how, live());
    }

    static ActionResult answer(Shop at, String how, String holdId) {
        Submission submission = new Submission(UUID.randomUUID().toString(), new FormValues(Map.of("hold", holdId)));
        return at.settings("health").submit("hold-" + how, submission, ADMIN);
    }

    /** Answers and sees that it counts; then everything that waited goes on. */
    void answered(String how) {
        assertThat(answer(how)).isInstanceOf(ActionResult.Done.class);
        shop.work();
        assertThat(isHeld()).isFalse();
    }

    /** An admin sends what was not sent a second time. */
    void sendByHand(String kind) {
        String id = shop.sql(
                "select cast(outbox_id as varchar) from outbox where state = 'FAILED' and kind = '" + kind + "'");
        assertThat(shop.settings("undelivered").submit("send-again", shop.submission(Map.of("which", id)), ADMIN))
                .isInstanceOf(ActionResult.Done.class);
        shop.work();
    }

    long mails(String subject) {
        return shop.host.mail().taken().stream()
                .filter(mail -> mail.subject().key().equals(subject))
                .count();
    }

    /** What a refused click says: its code. */
    static String code(ActionResult result) {
        return result instanceof ActionResult.Refused refused ? refused.code().value() : String.valueOf(result);
    }
}
