package dev.quittance.trials.simulation;

import dev.quittance.emulator.port.Call;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The rules for calls that change something at Stripe: an operation was committed before, as seen through another connection; one
 * key stands for one body and one account; no key is used when Stripe may have forgotten it.
 */
final class CallRules {
    /** Stripe may forget a key after a day. */
    private static final Duration KEY_LIFE = Duration.ofHours(24);

    private static final String KEY_HEADER = "idempotency-key";

    private record Sent(String fingerprint, Instant firstAt) {}

    private final Scene scene;
    private final Map<String, Sent> sentByKey = new HashMap<>();

    CallRules(Scene scene) {
        this.scene = scene;
    }

    /** Checks a call just before it leaves. */
    void check(Call call) {
        if (call.method().equals("GET")) {
            return;
        }
        String key = call.headers().getOrDefault(KEY_HEADER, "");
        if (key.isEmpty()) {
            scene.violations().add("no_idempotency_key", call.method() + " " + call.path());
            return;
        }
        String fingerprint = call.method() + " " + call.path() + " "
                + call.headers().getOrDefault("authorization", "") + " " + Trace.hashOf(call.body());
        Sent before =
                sentByKey.putIfAbsent(key, new Sent(fingerprint, scene.clock().instant()));
        if (before != null && !before.fingerprint().equals(fingerprint)) {
            scene.violations().add("one_key_two_bodies", key);
        }
        if (before != null
                && before.firstAt().plus(KEY_LIFE).isBefore(scene.clock().instant())) {
            scene.violations().add("key_too_old", key);
        }
        requireCommittedOperation(key, call);
    }

    private void requireCommittedOperation(String key, Call call) {
        String sql = "select state, path from operation where idempotency_key = ?";
        try (PreparedStatement statement = scene.database().auditor().prepareStatement(sql)) {
            statement.setString(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    scene.violations().add("call_without_operation", key);
                } else if (!rows.getString(1).equals("SENT")
                        || !rows.getString(2).equals(call.path())) {
                    scene.violations().add("operation_not_marked_sent", key + " is " + rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the operation cannot be read", e);
        }
    }
}
