package dev.quittance.trials.simulation;

import dev.quittance.api.host.Ids;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Ids and tokens from the seed. Remembers the tokens, so that the audit can look for them where they must not be. */
final class SimulatedIds implements Ids {
    private static final int TOKEN_BYTES = 16;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final Clock clock;
    private final Dice dice;
    private final List<String> tokens = new ArrayList<>();
    private long idsMade;

    SimulatedIds(Clock clock, Dice seed) {
        this.clock = clock;
        this.dice = seed.named("ids");
    }

    /** The counter after the version digit keeps ids of one millisecond in order. */
    @Override
    public UUID next() {
        idsMade++;
        long high = (clock.millis() << 16) | VERSION_7 | (idsMade & 0xfffL);
        long low = VARIANT | (dice.nextLong() >>> 2);
        return new UUID(high, low);
    }

    @Override
    public String token() {
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(dice.bytes(TOKEN_BYTES));
        tokens.add(token);
        return token;
    }

    List<String> listTokens() {
        return List.copyOf(tokens);
    }
}
