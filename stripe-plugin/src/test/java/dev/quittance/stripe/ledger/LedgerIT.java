package dev.quittance.stripe.ledger;

import static dev.quittance.stripe.storage.jooq.Tables.LEDGER_ENTRY;
import static dev.quittance.stripe.storage.jooq.Tables.LEDGER_POSTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.ledger.Posting.Line;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.testhost.TestDatabase;
import dev.quittance.stripe.testhost.TestHost;
import dev.quittance.stripe.testhost.TestRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerIT {
    private static final RecordRef PROJECT = RecordRef.project("7");

    @ParameterizedTest
    @EnumSource
    void a_key_is_booked_once_and_the_books_sum_to_zero(TestDatabase kind) {
        try (TestHost host = TestHost.on(kind)) {
            Database database = new Database(host.database());
            Ledger ledger = new Ledger(host);
            Posting posting = posting(host, "payment/1", 6_000_00);

            boolean first = database.transaction(tx -> ledger.addIfNew(tx, posting));
            boolean again = database.transaction(tx -> ledger.addIfNew(tx, posting));
            boolean other = database.transaction(tx -> ledger.addIfNew(tx, posting(host, "payment/2", 100)));

            assertThat(List.of(first, again, other)).containsExactly(true, false, true);
            assertThat(sum(database)).isZero();
            assertThat(database.<Integer>read(sql -> sql.fetchCount(LEDGER_ENTRY)))
                    .isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void racers_book_one_key_once(TestDatabase kind) throws Exception {
        try (TestHost host = TestHost.on(kind)) {
            Database database = new Database(host.database());
            Ledger ledger = new Ledger(host);
            RecordBalances balances = new RecordBalances();
            ExecutorService pool = Executors.newFixedThreadPool(4);
            int booked = 0;
            try {
                List<Future<Boolean>> all = new ArrayList<>();
                for (int i = 0; i < 40; i++) {
                    String key = "payment/" + (i % 10);
                    all.add(pool.submit(() -> database.transaction(tx -> {
                        boolean isNew = ledger.addIfNew(tx, posting(host, key, 500));
                        if (isNew) {
                            RecordBalance after = balances.change(
                                    tx, TestRecords.RIDGELINE, PROJECT, BalanceChange.paid(Money.of(500, "USD")));
                            assertThat(after.paid().isPositive()).isTrue();
                        }
                        return isNew;
                    })));
                }
                for (Future<Boolean> one : all) {
                    booked += one.get() ? 1 : 0;
                }
            } finally {
                pool.shutdown();
            }

            assertThat(booked).isEqualTo(10);
            assertThat(sum(database)).isZero();
            RecordBalance balance = database.read(sql -> balances.get(sql, TestRecords.RIDGELINE, PROJECT, "USD"));
            assertThat(balance.paid()).isEqualTo(Money.of(5_000, "USD"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void sums_of_a_record_are_kept_by_organisation_and_currency_and_never_negative(TestDatabase kind) {
        try (TestHost host = TestHost.on(kind)) {
            Database database = new Database(host.database());
            RecordBalances balances = new RecordBalances();
            Money asked = Money.of(6_000_00, "USD");

            database.inTransaction(tx -> {
                assertThat(balances.change(tx, TestRecords.RIDGELINE, PROJECT, BalanceChange.requested(asked))
                                .requested())
                        .isEqualTo(asked);
                RecordBalance paid = balances.change(
                        tx,
                        TestRecords.RIDGELINE,
                        PROJECT,
                        BalanceChange.requested(asked.negated()).and(BalanceChange.paid(asked)));
                assertThat(paid).isEqualTo(new RecordBalance(zero(), zero(), asked, zero(), zero()));
            });
            assertThatThrownBy(() -> database.inTransaction(tx -> assertThat(balances.change(
                                    tx, TestRecords.RIDGELINE, PROJECT, BalanceChange.requested(Money.of(-1, "USD"))))
                            .isNotNull()))
                    .isInstanceOf(IllegalStateException.class);

            assertThat(database.<RecordBalance>read(sql -> balances.get(sql, TestRecords.NORTHWIND, PROJECT, "USD")))
                    .isEqualTo(RecordBalance.none("USD"));
            assertThat(database.<RecordBalance>read(sql -> balances.get(sql, TestRecords.RIDGELINE, PROJECT, "EUR")))
                    .isEqualTo(RecordBalance.none("EUR"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_fact_of_a_source_is_booked_once_and_another_of_the_same_source_is_too(TestDatabase kind) {
        try (TestHost host = TestHost.on(kind)) {
            Database database = new Database(host.database());
            Ledger ledger = new Ledger(host);
            Place place = new Place(PROJECT, host.ids().next(), host.ids().next());
            Postings postings = new Postings(TestRecords.RIDGELINE);
            Money amount = Money.of(100_00, "USD");
            UUID dispute = host.ids().next();
            Settled taken = new Settled("txn_1", amount.negated(), Money.of(15_00, "USD"), Optional.empty());
            Settled back = new Settled("txn_2", amount, zero(), Optional.empty());

            List<Boolean> booked = database.transaction(tx -> List.of(
                    ledger.addIfNew(tx, postings.disputeWithdrawn(place, dispute, amount, taken)),
                    ledger.addIfNew(tx, postings.disputeWithdrawn(place, dispute, amount, taken)),
                    ledger.addIfNew(tx, postings.disputeReinstated(place, dispute, amount, back)),
                    ledger.addIfNew(tx, postings.payout(taken))));

            assertThat(booked).containsExactly(true, false, true, true);
            assertThat(sum(database)).isZero();
            assertThatThrownBy(() -> database.inTransaction(tx -> assertThat(tx.insertInto(LEDGER_POSTING)
                                    .columns(
                                            LEDGER_POSTING.ORG_ID,
                                            LEDGER_POSTING.POSTING_ID,
                                            LEDGER_POSTING.POSTING_KEY,
                                            LEDGER_POSTING.KIND,
                                            LEDGER_POSTING.SOURCE_ID,
                                            LEDGER_POSTING.POSTED_AT)
                                    .values(
                                            TestRecords.RIDGELINE.value(),
                                            host.ids().next(),
                                            "another key",
                                            "dispute",
                                            dispute.toString(),
                                            host.clock().instant())
                                    .execute())
                            .isOne()))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set amount_minor = amount_minor + 1",
                "delete from ledger_entry",
                "update ledger_posting set kind = 'fee'",
                "delete from ledger_posting",
                "truncate table ledger_entry",
                "truncate table ledger_posting"
            })
    void postgresql_itself_refuses_every_change_of_what_is_booked(String change) {
        try (TestHost host = TestHost.on(TestDatabase.POSTGRESQL)) {
            Database database = new Database(host.database());
            Ledger ledger = new Ledger(host);
            database.inTransaction(tx -> assertThat(ledger.addIfNew(tx, posting(host, "payment/1", 100)))
                    .isTrue());

            assertThatThrownBy(() -> database.inTransaction(
                            tx -> assertThat(tx.execute(change)).isNotNegative()))
                    .hasStackTraceContaining("the ledger only grows");

            assertThat(sum(database)).isZero();
            assertThat(database.<Integer>read(sql -> sql.fetchCount(LEDGER_ENTRY)))
                    .isEqualTo(2);
        }
    }

    @Test
    void postgresql_itself_refuses_a_booking_that_does_not_sum_to_zero_when_it_is_committed() {
        try (TestHost host = TestHost.on(TestDatabase.POSTGRESQL)) {
            Database database = new Database(host.database());
            Ledger ledger = new Ledger(host);

            assertThatThrownBy(() -> database.inTransaction(tx -> {
                        assertThat(ledger.addIfNew(tx, posting(host, "payment/1", 100)))
                                .isTrue();
                        assertThat(tx.execute(
                                        "insert into ledger_entry select org_id, posting_id, 3, account, 1, currency"
                                                + " from ledger_entry where line = 1"))
                                .isOne();
                    }))
                    .hasStackTraceContaining("does not sum to zero");

            assertThat(database.<Integer>read(sql -> sql.fetchCount(LEDGER_POSTING)))
                    .isZero();
        }
    }

    private static Money zero() {
        return Money.zero("USD");
    }

    private static Posting posting(TestHost host, String key, long minor) {
        Money amount = Money.of(minor, "USD");
        return new Posting(
                TestRecords.RIDGELINE,
                key,
                "payment",
                PROJECT,
                host.ids().next(),
                host.ids().next(),
                Optional.of("txn_1"),
                List.of(
                        new Line(LedgerAccount.STRIPE_BALANCE, amount),
                        new Line(LedgerAccount.RECEIVED, amount.negated())));
    }

    private static long sum(Database database) {
        return database.read(sql -> sql.select(DSL.sum(LEDGER_ENTRY.AMOUNT_MINOR))
                .from(LEDGER_ENTRY)
                .fetchSingle()
                .value1()
                .longValueExact());
    }
}
