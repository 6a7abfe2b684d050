package dev.quittance.stripe.ledger;

import static dev.quittance.stripe.storage.jooq.Tables.LEDGER_ENTRY;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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
