package dev.quittance.trials.simulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/** What happened in one run, step by step. Two runs of one seed are the same if the hashes of their traces are. */
final class Trace {
    /** Enough to see what led to a violation, little enough to read. */
    private static final int LAST_STEPS = 60;

    private final Clock clock;
    private final Consumer<String> listener;
    private final MessageDigest digest = sha256();
    private final Deque<String> last = new ArrayDeque<>();

    Trace(Clock clock, Consumer<String> listener) {
        this.clock = clock;
        this.listener = listener;
    }

    void step(String who, String what) {
        String line = clock.instant() + " " + who + ": " + what;
        digest.update(line.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        last.addLast(line);
        if (last.size() > LAST_STEPS) {
            last.removeFirst();
        }
        listener.accept(line);
    }

    List<String> listLastSteps() {
        return List.copyOf(last);
    }

    /** Ends the trace. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    static String hashOf(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
