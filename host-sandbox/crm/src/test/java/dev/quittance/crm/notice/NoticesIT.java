package dev.quittance.crm.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.quittance.api.identity.OrgId;
import dev.quittance.crm.identity.MovingClock;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.Engine;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class NoticesIT {
    private static final OrgId HERE = new OrgId("here");
    private static final OrgId THERE = new OrgId("there");
    private static final Set<String> MAY = Set.of("money.view");
    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BEA = new UUID(0, 2);

    private final MovingClock clock = new MovingClock();

    @ParameterizedTest
    @EnumSource(Engine.class)
    void news_told_twice_is_kept_once_and_seen_by_those_who_may(Engine engine) {
        try (Database database = engine.open()) {
            Notices notices = new Notices(database, clock);

            assertThat(notices.addIfNew(HERE, "money.view", news("paid-1", "First")))
                    .isTrue();
            assertThat(notices.addIfNew(HERE, "money.view", news("paid-1", "Again")))
                    .isFalse();
            assertThat(notices.addIfNew(THERE, "money.view", news("paid-1", "Theirs")))
                    .isTrue();

            assertThat(notices.list(HERE, ADA, MAY)).extracting(Notice::words).containsExactly("First");
            assertThat(notices.list(HERE, ADA, Set.of("other"))).isEmpty();
            assertThat(notices.countUnread(HERE, ADA, Set.of())).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void each_reader_has_their_own_count_of_what_is_new(Engine engine) {
        try (Database database = engine.open()) {
            Notices notices = new Notices(database, clock);
            notices.addIfNew(HERE, "money.view", news("a", "Older"));
            clock.advance(Duration.ofMinutes(1));
            notices.addIfNew(HERE, "money.view", news("b", "Newer"));
            notices.markRead(HERE, ADA, MAY);
            clock.advance(Duration.ofMinutes(1));
            notices.addIfNew(HERE, "money.view", news("c", "Newest"));

            assertThat(notices.countUnread(HERE, ADA, MAY)).isEqualTo(1);
            assertThat(notices.countUnread(HERE, BEA, MAY)).isEqualTo(3);
            assertThat(notices.list(HERE, ADA, MAY))
                    .extracting(Notice::words, Notice::read)
                    .containsExactly(tuple("Newest", false), tuple("Newer", true), tuple("Older", true));
        }
    }

    private static NewNotice news(String key, String words) {
        return new NewNotice(key, "good", words, "/project/1");
    }
}
