package dev.quittance.crm.seed;

import dev.quittance.api.identity.OrgId;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.People;
import dev.quittance.crm.identity.Role;
import dev.quittance.crm.identity.User;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Two organisations with an office, a technician and an admin each. */
final class SeedPeople {
    static final Organisation RIDGELINE = new Organisation(
            new OrgId("ridgeline"),
            "Ridgeline Roofing",
            "USD",
            Locale.US,
            ZoneId.of("America/Denver"),
            "+1 303 555 0142",
            "office@ridgeline.example");
    static final Organisation KUESTENBAU = new Organisation(
            new OrgId("kuestenbau"),
            "Küstenbau GmbH",
            "EUR",
            Locale.GERMANY,
            ZoneId.of("Europe/Berlin"),
            "+49 431 5550 142",
            "buero@kuestenbau.example");

    /** A user, and the hash of the password: made beforehand, since six of them would take a second of every first start. */
    private record Seeded(Login login, Organisation org, String passwordHash) {}

    private static final List<Seeded> USERS = List.of(
            seeded(
                    "office@ridgeline.example",
                    "Olivia Bennett",
                    Role.OFFICE,
                    RIDGELINE,
                    "$argon2id$v=19$m=19456,t=2,p=1$j9n5XMbM/NsXlbbAL690SA$hvxGmLG1kCgzhZ0Mm2s4uqnxM5SJl75bL+HgYmJtyzg"),
            seeded(
                    "tech@ridgeline.example",
                    "Theo Alvarez",
                    Role.TECHNICIAN,
                    RIDGELINE,
                    "$argon2id$v=19$m=19456,t=2,p=1$6DplzomodiniZ7uMt0W+fw$qBO8hSOonpgSwbibp5MOkN3WjSOTK08L5P7f6sVMQYg"),
            seeded(
                    "admin@ridgeline.example",
                    "Ada Morgan",
                    Role.ADMIN,
                    RIDGELINE,
                    "$argon2id$v=19$m=19456,t=2,p=1$oExxm40OyApoIu7r697y9g$SRAHxKMpusjWZevV+i90UzyE7eb9luTF9q735SPm8B8"),
            seeded(
                    "office@kuestenbau.example",
                    "Jana Petersen",
                    Role.OFFICE,
                    KUESTENBAU,
                    "$argon2id$v=19$m=19456,t=2,p=1$s1WItgB7ZgRECg1Z2CQjTQ$NrrEylX6KGaDNMmFkGAZwOEveAyIR8ntfms84xm0bVQ"),
            seeded(
                    "tech@kuestenbau.example",
                    "Nils Brandt",
                    Role.TECHNICIAN,
                    KUESTENBAU,
                    "$argon2id$v=19$m=19456,t=2,p=1$NkrmkqwAKW297WenX7ZKhQ$F1AW8m971Osipsk2yhPt2jPifJSlGY3h/MdI3IquIPk"),
            seeded(
                    "admin@kuestenbau.example",
                    "Karin Voss",
                    Role.ADMIN,
                    KUESTENBAU,
                    "$argon2id$v=19$m=19456,t=2,p=1$PAfY++c7PJ8SefVutnK91g$53xoGxurxyS+2ndmv0u9y6WsosNxarlaH8KxTGkT8Ng"));

    private SeedPeople() {}

    static void enter(People people) {
        people.addIfNew(RIDGELINE);
        people.addIfNew(KUESTENBAU);
        for (Seeded user : USERS) {
            Login login = user.login();
            people.addIfNew(
                    new User(
                            SeedIds.of("user/" + login.email()), login.email(), login.name(), login.role(), user.org()),
                    user.passwordHash());
        }
    }

    static List<Login> logins() {
        return USERS.stream().map(Seeded::login).toList();
    }

    private static Seeded seeded(String email, String name, Role role, Organisation org, String passwordHash) {
        String password = email.substring(0, email.indexOf('@')) + "-" + org.id();
        return new Seeded(new Login(email, password, name, role, org.name()), org, passwordHash);
    }
}
