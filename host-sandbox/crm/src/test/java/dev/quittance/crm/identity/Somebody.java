package dev.quittance.crm.identity;

import dev.quittance.api.identity.OrgId;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;

/** Users and organisations for tests. */
public final class Somebody {
    private Somebody() {}

    /** An organisation of this name. */
    public static Organisation organisation(String id) {
        return new Organisation(
                new OrgId(id),
                "The " + id,
                "USD",
                Locale.US,
                ZoneId.of("America/Denver"),
                "",
                "office@" + id + ".example");
    }

    /** A user of an organisation. */
    public static User user(String login, Role role, Organisation org) {
        return new User(UUID.nameUUIDFromBytes(login.getBytes(StandardCharsets.UTF_8)), login, login, role, org);
    }
}
