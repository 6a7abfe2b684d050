package dev.quittance.crm.seed;

import dev.quittance.api.money.Money;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.Clients;
import dev.quittance.crm.record.Project;
import dev.quittance.crm.record.Projects;
import dev.quittance.crm.record.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Clients and projects in all stages; one client without an address, one project in another currency, one without a contract. */
final class SeedRecords {
    /** Before this the business kept its records on paper. */
    private static final Instant FIRST = Instant.parse("2026-09-01T14:00:00Z");

    private final Clients clients;
    private final Projects projects;

    SeedRecords(Clients clients, Projects projects) {
        this.clients = clients;
        this.projects = projects;
    }

    void enter() {
        enterRidgeline();
        enterKuestenbau();
    }

    private void enterRidgeline() {
        Organisation org = SeedPeople.RIDGELINE;
        Client ruiz = client(org, "Dana Ruiz", "dana.ruiz@example.com", "+1 303 555 0101", Optional.empty());
        Client ortega = client(
                org,
                "Miguel Ortega",
                "miguel.ortega@example.com",
                "+1 303 555 0102",
                Optional.of(Locale.forLanguageTag("es-US")));
        Client harbor = client(org, "Harbor View HOA", "board@harborview.example", "", Optional.empty());
        Client finch = client(org, "Walter Finch", "", "+1 303 555 0104", Optional.empty());
        Client dubois =
                client(org, "Atelier Dubois", "claire@dubois.example", "+33 1 55 50 01 05", Optional.of(Locale.FRANCE));
        enterMoreRidgeline(org);
        int day = 0;
        project(ortega, "Ortega garage", Stage.COMPLETE, Optional.of(Money.of(748_050, "USD")), ++day);
        project(harbor, "Harbor View flat roof", Stage.IN_PROGRESS, Optional.of(Money.of(8_650_000, "USD")), ++day);
        project(dubois, "Dubois terrace", Stage.SIGNED, Optional.of(Money.of(980_000, "EUR")), ++day);
        project(harbor, "Harbor View gutters", Stage.LEAD, Optional.of(Money.of(1_290_000, "USD")), ++day);
        project(finch, "Finch skylight", Stage.SIGNED, Optional.of(Money.of(315_000, "USD")), ++day);
        project(ruiz, "Ruiz leak check", Stage.IN_PROGRESS, Optional.empty(), ++day);
        project(ortega, "Ortega gutters", Stage.IN_PROGRESS, Optional.of(Money.of(420_000, "USD")), ++day);
        project(ruiz, "Ruiz roof", Stage.SIGNED, Optional.of(Money.of(1_500_000, "USD")), ++day);
    }

    private void enterMoreRidgeline(Organisation org) {
        Client osei = client(org, "Hannah Osei", "hannah.osei@example.com", "+1 303 555 0106", Optional.empty());
        client(org, "Hanna Osei", "hannah.osei@example.com", "", Optional.empty());
        Client natarajan =
                client(org, "Priya Natarajan", "priya@natarajan.example", "+1 303 555 0107", Optional.empty());
        client(org, "Sam Whitfield", "sam.whitfield@example.com", "", Optional.empty());
        Client lakeside =
                client(org, "Lakeside School", "office@lakeside.example", "+1 303 555 0108", Optional.empty());
        Client kowalski = client(org, "Bea Kowalski", "bea.kowalski@example.com", "", Optional.empty());
        Client tanaka =
                client(org, "Tanaka Design K.K.", "keiri@tanaka.example", "+81 3 5550 0109", Optional.of(Locale.JAPAN));
        project(natarajan, "Natarajan siding", Stage.CLOSED, Optional.of(Money.of(661_500, "USD")), -560);
        project(tanaka, "Tanaka pavilion", Stage.IN_PROGRESS, Optional.of(Money.of(3_800_000, "JPY")), -340);
        project(kowalski, "Kowalski dormer", Stage.CLOSED, Optional.of(Money.of(940_000, "USD")), -220);
        project(lakeside, "Lakeside gym roof", Stage.COMPLETE, Optional.of(Money.of(1_675_000, "USD")), -150);
        project(osei, "Osei porch", Stage.IN_PROGRESS, Optional.of(Money.of(640_000, "USD")), -20);
    }

    private void enterKuestenbau() {
        Organisation org = SeedPeople.KUESTENBAU;
        Client claasen = client(org, "Familie Claasen", "claasen@example.com", "+49 431 5550 101", Optional.empty());
        Client seeblick = client(org, "Hotel Seeblick", "verwaltung@seeblick.example", "", Optional.empty());
        int day = 0;
        project(seeblick, "Seeblick Balkone", Stage.IN_PROGRESS, Optional.of(Money.of(4_200_000, "EUR")), ++day);
        project(claasen, "Reetdach Claasen", Stage.SIGNED, Optional.of(Money.of(1_840_000, "EUR")), ++day);
    }

    private Client client(Organisation org, String name, String email, String phone, Optional<Locale> locale) {
        Client client = new Client(
                org.id(),
                SeedIds.of(org.id() + "/client/" + name),
                name,
                Optional.of(email).filter(address -> !address.isEmpty()),
                Optional.of(phone).filter(number -> !number.isEmpty()),
                locale,
                FIRST);
        clients.addIfNew(client);
        return client;
    }

    private void project(Client client, String name, Stage stage, Optional<Money> contractTotal, int day) {
        String currency = contractTotal.map(Money::currency).orElse("USD");
        projects.addIfNew(new Project(
                client.org(),
                SeedIds.of(client.org() + "/project/" + name),
                client.id(),
                client.name(),
                name,
                stage,
                currency,
                contractTotal,
                FIRST.plus(Duration.ofDays(day))));
    }
}
