package dev.quittance.crm.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.identity.MovingClock;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.Engine;
import dev.quittance.crm.storage.RowIds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RecordNewsIT {
    private static final OrgId HERE = new OrgId("here");
    private static final OrgId THERE = new OrgId("there");
    private static final RecordRef ROOF = RecordRef.project("roof");

    private final MovingClock clock = new MovingClock();
    private final RecordNews news = new RecordNews(new RowIds(clock, new Random(1)), clock);
    private final List<RecordEvent> told = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_was_rolled_back_is_not_told(Engine engine) {
        try (Database database = engine.open()) {
            assertThatThrownBy(() -> database.transaction(tx -> {
                        news.add(tx, news.event(RecordEvent.SIGNED, HERE, ROOF));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessageContaining("no");

            assertThat(sender(database).send()).isZero();
            assertThat(told).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void an_event_arrives_whole_and_leaves_when_it_was_taken(Engine engine) {
        try (Database database = engine.open()) {
            RecordEvent merged =
                    news.event(RecordEvent.MERGED, HERE, RecordRef.client("a"), Map.of(RecordEvent.INTO, "b\"ä"));
            RecordEvent elsewhere = news.event(RecordEvent.CLOSED, THERE, ROOF);
            database.transaction(tx -> news.add(tx, merged));
            database.transaction(tx -> news.add(tx, elsewhere));

            assertThat(sender(database).send()).isEqualTo(2);
            assertThat(sender(database).send()).isZero();
            assertThat(told).containsExactlyInAnyOrder(merged, elsewhere);
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void what_the_platform_did_not_take_is_sent_again_and_nothing_overtakes_it(Engine engine) {
        try (Database database = engine.open()) {
            List<RecordEvent> added = add(database, 3);
            int[] calls = {0};
            RecordNewsSender failing = new RecordNewsSender(
                    database,
                    event -> {
                        if (++calls[0] == 2) {
                            throw new IllegalStateException("not now");
                        }
                        told.add(event);
                    },
                    Executors.newSingleThreadScheduledExecutor());

            assertThatThrownBy(failing::send).hasMessage("not now");
            assertThat(told).containsExactly(added.get(0));
            assertThat(failing.send()).isEqualTo(2);
            assertThat(told).isEqualTo(added);
            failing.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void two_nodes_that_add_and_send_at_once_tell_each_event_first_in_its_order(Engine engine)
            throws InterruptedException, ExecutionException {
        try (Database database = engine.open()) {
            ExecutorService nodes = Executors.newFixedThreadPool(4);
            List<Future<?>> done = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                done.add(nodes.submit(() -> add(database, 20)));
                done.add(nodes.submit(() -> {
                    for (int i = 0; i < 20; i++) {
                        sender(database).send();
                    }
                }));
            }
            for (Future<?> each : done) {
                each.get();
            }
            nodes.shutdown();
            List<String> order = database.read(sql -> sql.select(RecordNews.ID)
                    .from(RecordNews.EVENT)
                    .orderBy(RecordNews.SEQ)
                    .fetch(RecordNews.ID));
            sender(database).send();

            List<String> firstTold = List.copyOf(
                    new LinkedHashSet<>(told.stream().map(RecordEvent::eventId).toList()));
            assertThat(firstTold).hasSize(40).endsWith(order.toArray(new String[0]));
        }
    }

    private List<RecordEvent> add(Database database, int count) {
        List<RecordEvent> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RecordEvent event = news.event(RecordEvent.TOTAL_CHANGED, HERE, ROOF);
            database.transaction(tx -> news.add(tx, event));
            added.add(event);
        }
        return added;
    }

    private RecordNewsSender sender(Database database) {
        return new RecordNewsSender(database, told::add, Executors.newSingleThreadScheduledExecutor());
    }
}
