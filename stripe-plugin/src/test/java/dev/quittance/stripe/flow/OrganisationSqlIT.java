package dev.quittance.stripe.flow;

import static dev.quittance.stripe.flow.ShopAssert.assertThatShop;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestPayer;
import dev.quittance.stripe.testhost.TestRecords;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every statement of a whole payment on a table that organisations share says whose rows it means. */
final class OrganisationSqlIT {
    private static final Duration MINUTE = Duration.ofSeconds(61);
    /** Whose rows: the live connection of an organisation bears its id in a column of its own. */
    private static final Pattern NAMED = Pattern.compile("\\b(?:live_)?org_id (?:=|in) ");

    private static final Pattern USED = Pattern.compile("\\b(?:from|join|update) ([a-z_]+)\\b");
    private static final Pattern INSERTING = Pattern.compile("\\b(?:insert|merge) into ");
    private static final Pattern INSERTED = Pattern.compile("\\binsert (?:into [a-z_]+ )?\\([^)]*\\borg_id\\b");

    /** Looks across organisations on purpose: the table and what it is asked by, and why that will do. */
    private static final Map<String, String> ACROSS = Map.ofEntries(
            Map.entry(
                    "select attempt next_check_at",
                    "the sweep reads whatever is due; each row brings its organisation"),
            Map.entry(
                    "select attempt state",
                    "the sweep lists open sessions by account; each row brings its organisation"),
            Map.entry(
                    "select webhook_endpoint connection_id,org_id,state",
                    "the sweep goes through all accounts in use; each row brings its organisation"),
            Map.entry("select payment next_check_at", "the sweep looks for fees; each row brings its organisation"),
            Map.entry("select audit_unsealed org_id", "which organisations have entries to be sealed"),
            Map.entry("select operation next_check_at", "the queue of calls; each row brings its organisation"),
            Map.entry(
                    "select outbox due_at,kind,org_id,outbox_id,subject_id",
                    "the queue of effects, and what is before them; each row brings its organisation"),
            Map.entry(
                    "select webhook_event next_try_at,org_id,stripe_object_id",
                    "the queue of events, and who is at its objects; each row brings its organisation"),
            Map.entry(
                    "select webhook_event received_at,state",
                    "what is done with and old, of whomever; each goes by its own key"),
            Map.entry("select pay_link revoked_at,token_hash", "a directory: 128 random bits say whose it is"),
            Map.entry("select webhook_endpoint endpoint_id", "a directory: 128 random bits say whose it is"),
            Map.entry("update webhook_endpoint endpoint_id", "the row just made, by the same random bits"),
            Map.entry("select stripe_account org_id", "a directory: the watch goes through all organisations"),
            Map.entry(
                    "select stripe_account livemode,stripe_account_id",
                    "a directory: no account serves two organisations"));

    @ParameterizedTest
    @EnumSource
    void every_statement_of_a_payment_names_its_organisation_but_the_reviewed_few(TestDatabase database) {
        try (Shop shop = Shop.connected(database)) {
            shop.connect(TestRecords.NORTHWIND, TestHost.NORTHWIND_KEY);
            payWithADeclineAndAllThreeWaysToKnow(shop);
            List<String> statements = shop.host.statements().texts();
            Set<String> shared = tablesOfOrganisations(shop);

            Set<String> nobodys = statements.stream()
                    .map(text -> text.replace("\"", "").toLowerCase(Locale.ROOT))
                    .filter(statement -> isNobodys(statement, shared))
                    .map(OrganisationSqlIT::brief)
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThatShop(shop).isPaidOnce();
            assertThat(shared).hasSizeGreaterThan(14);
            assertThat(statements).hasSizeGreaterThan(50);
            assertThat(nobodys).isEqualTo(new TreeSet<>(ACROSS.keySet()));
        }
    }

    private static boolean isNobodys(String statement, Set<String> shared) {
        boolean insertedForNobody = INSERTING.matcher(statement).find()
                && !INSERTED.matcher(statement).find();
        long used = USED.matcher(statement)
                .results()
                .filter(use -> shared.contains(use.group(1)))
                .count();
        return insertedForNobody || used > NAMED.matcher(statement).results().count();
    }

    /** What a statement does, to which table, and by which columns. */
    private static String brief(String statement) {
        String table = USED.matcher(statement)
                .results()
                .map(use -> use.group(1))
                .findFirst()
                .orElse(statement);
        String condition = statement.replaceFirst("^.*? where ", "").replaceFirst(" (order by|for update|fetch).*", "");
        String columns = Pattern.compile("\\b" + table + "\\.([a-z_]+)")
                .matcher(condition)
                .results()
                .map(column -> column.group(1))
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        return statement.replaceFirst(" .*", "") + " " + table + " " + columns;
    }

    private static Set<String> tablesOfOrganisations(Shop shop) {
        String tables = shop.sql("select string_agg(table_name, ',') from information_schema.columns"
                + " where table_schema = 'public' and column_name = 'org_id'");
        return Set.of(tables.split(","));
    }

    private static void payWithADeclineAndAllThreeWaysToKnow(Shop shop) {
        URI link = shop.requestedLink();
        URI session = shop.clickThrough(link);
        assertThat(shop.payer.pay(session, TestPayer.DECLINED_CARD)).isEmpty();
        URI back = shop.payer.pay(session, TestPayer.GOOD_CARD).orElseThrow();
        shop.webhooks();
        assertThat(shop.open(back)).isPresent();
        shop.sweep(MINUTE);
        shop.webhooks();
        shop.sweep(MINUTE.multipliedBy(2));
        assertThat(shop.payments().rows()).hasSize(1);
    }
}
