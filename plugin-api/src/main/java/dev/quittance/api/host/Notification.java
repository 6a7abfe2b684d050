package dev.quittance.api.host;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.ui.Target;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import java.util.Objects;

/**
 * A notice to users of the host. Immutable and thread-safe.
 *
 * @param key the same whenever it is told again; shown once
 * @param org whose users
 * @param permission who is told: users with this permission
 * @param tone how it strikes
 * @param text the news, in one sentence
 * @param target where to look
 */
public record Notification(String key, OrgId org, String permission, Tone tone, Text text, Target target) {
    /** Refuses null. */
    public Notification {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(org, "org");
        Objects.requireNonNull(permission, "permission");
        Objects.requireNonNull(tone, "tone");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(target, "target");
    }
}
