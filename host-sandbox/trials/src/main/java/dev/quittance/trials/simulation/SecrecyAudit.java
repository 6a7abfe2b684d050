package dev.quittance.trials.simulation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No key, no pay token and no card number lies in clear in the database, nor leaves in a mail or notice where it must not. */
final class SecrecyAudit {
    private static final Pattern WEBHOOK_SECRET = Pattern.compile("whsec_[A-Za-z0-9]{4,}");

    private final Scene scene;
    private final SimulatedIds ids;

    SecrecyAudit(Scene scene, SimulatedIds ids) {
        this.scene = scene;
        this.ids = ids;
    }

    void run() {
        String dump = scene.database().dump();
        for (Town.Business business : scene.town().businesses()) {
            require(dump, "stripe_key", business.account().secretKey());
        }
        for (String token : payTokens()) {
            require(dump, "pay_token", token);
        }
        for (String card : List.of(HostedPage.GOOD_CARD, HostedPage.DECLINED_CARD, HostedPage.CARD_WITH_3DS)) {
            require(dump, "card_number", card);
        }
        Matcher secret = WEBHOOK_SECRET.matcher(dump);
        if (secret.find()) {
            scene.violations().add("webhook_secret_in_clear", "in the database");
        }
        scene.outside()
                .mails()
                .forEach(mail -> requireNoKey("mail " + mail.key(), mail.body().toString()));
        scene.outside()
                .notices()
                .forEach(notice ->
                        requireNoKey("notice " + notice.key(), notice.text().toString()));
        scene.outside().events().forEach(event -> requireNoKey("event " + event.eventId(), event.toString()));
    }

    /** Endpoint ids are tokens too, and are looked up as they are: they open nothing by themselves. */
    private List<String> payTokens() {
        List<String> endpoints = Tables.list(scene.database(), "select endpoint_id from webhook_endpoint").stream()
                .map(row -> row.text("endpoint_id"))
                .toList();
        return ids.listTokens().stream()
                .filter(token -> !endpoints.contains(token))
                .toList();
    }

    /** A byte column shows its content in hexadecimal. */
    private void require(String dump, String what, String secret) {
        String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        if (dump.contains(secret) || dump.contains(hex) || dump.contains(hex.toUpperCase(Locale.ROOT))) {
            scene.violations().add(what + "_in_clear", "in the database");
        }
    }

    private void requireNoKey(String where, String content) {
        if (content.contains("sk_test_") || content.contains("whsec_")) {
            scene.violations().add("secret_left_the_house", where);
        }
    }
}
