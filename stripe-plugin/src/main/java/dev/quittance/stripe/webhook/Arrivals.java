package dev.quittance.stripe.webhook;

import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.webhook.InboxRepository.Arrival;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits events many at a time, without a thread of its own: who comes first commits for everybody who waits by then, at most
 * {@value #MOST} in one transaction, and all of them are answered by that one commit. Whoever cannot be stored in time is told so.
 * Thread-safe.
 */
final class Arrivals {
    /** As many as one commit takes; a transaction that grows with the crowd would make everybody wait. */
    static final int MOST = 64;

    /** More than wait at once on any node; beyond it Stripe is asked to come again. */
    private static final int ROOM = 2048;

    /** Less than the five seconds in which a webhook is to be answered. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration NAP = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    /** What came of one event. */
    private enum State {
        WAITING,
        COMMITTING,
        STORED,
        FAILED
    }

    /** Each is woken by itself: to wake a crowd of which most wait on costs more than the commit. */
    private static final class Waiting {
        private final Arrival arrival;
        private final Condition changed;
        private State state = State.WAITING;

        Waiting(Arrival arrival, Condition changed) {
            this.arrival = arrival;
            this.changed = changed;
        }
    }

    private final Database database;
    private final Duration patience;
    private final InboxRepository repository = new InboxRepository();
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Waiting> queue = new ArrayDeque<>();
    private boolean leading;

    Arrivals(Database database) {
        this(database, PATIENCE);
    }

    /** Whoever waits longer than this is told that it was not stored. */
    Arrivals(Database database, Duration patience) {
        this.database = database;
        this.patience = patience;
    }

    /** How many wait for the next commit. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** Stores an event durably, unless it is there already; false if that did not come about. Never inside a transaction. */
    boolean store(Arrival arrival) {
        Waiting mine = new Waiting(arrival, lock.newCondition());
        if (!enqueue(mine)) {
            return false;
        }
        while (isMyTurnToCommit(mine)) {
            commit(batch());
        }
        lock.lock();
        try {
            return mine.state == State.STORED;
        } finally {
            lock.unlock();
        }
    }

    private boolean enqueue(Waiting mine) {
        lock.lock();
        try {
            if (queue.size() >= ROOM) {
                return false;
            }
            queue.addLast(mine);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the event has its answer, which is false, or nobody commits any more, which makes this caller the next one to. */
    private boolean isMyTurnToCommit(Waiting mine) {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (mine.state == State.WAITING || mine.state == State.COMMITTING) {
                if (mine.state == State.WAITING && !leading) {
                    leading = true;
                    return true;
                }
                if (left <= 0 && mine.state == State.WAITING) {
                    withdraw(mine);
                    return false;
                }
                // Once it is being committed its answer comes, and only that answer is true.
                long nap = left <= 0 ? NAP.toNanos() : left;
                left = Math.min(mine.changed.awaitNanos(nap), left);
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            withdraw(mine);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Leaves, unless it is being committed. Whoever was woken to commit and leaves instead wakes the next one. */
    private void withdraw(Waiting mine) {
        if (mine.state == State.WAITING) {
            mine.state = State.FAILED;
            boolean taken = queue.remove(mine);
            assert taken;
            wakeNext();
        }
    }

    private void wakeNext() {
        Waiting next = queue.peekFirst();
        if (next != null && !leading) {
            next.changed.signal();
        }
    }

    private List<Waiting> batch() {
        lock.lock();
        try {
            List<Waiting> batch = new ArrayList<>();
            while (batch.size() < MOST && !queue.isEmpty()) {
                Waiting next = queue.removeFirst();
                next.state = State.COMMITTING;
                batch.add(next);
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void commit(List<Waiting> batch) {
        State end = State.FAILED;
        try {
            end = isStored(batch) ? State.STORED : State.FAILED;
        } finally {
            answer(batch, end);
        }
    }

    private boolean isStored(List<Waiting> batch) {
        List<Arrival> arrivals = batch.stream().map(one -> one.arrival).toList();
        try {
            database.inTransaction(tx -> repository.addNew(tx, arrivals));
            return true;
        } catch (DataAccessException e) {
            LOG.warn("{} events could not be stored: {}", batch.size(), e.toString());
            return false;
        }
    }

    private void answer(List<Waiting> batch, State end) {
        lock.lock();
        try {
            for (Waiting one : batch) {
                one.state = end;
            }
            leading = false;
            // First, since its commit is what everybody else waits for.
            wakeNext();
            for (Waiting one : batch) {
                one.changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }
}
