package dev.quittance.trials.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Hosted sessions that payers have seen in their address bars, so that somebody can try another one's. */
final class KnownSessions {
    private final List<String> sessions = new ArrayList<>();

    void add(String session) {
        sessions.add(session);
    }

    /** The latest one that is not this one. */
    Optional<String> findOther(String own) {
        return sessions.stream().filter(session -> !session.equals(own)).reduce((first, second) -> second);
    }
}
