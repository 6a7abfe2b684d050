package dev.quittance.trials.simulation;

import java.time.Duration;
import java.util.List;

/**
 * Chance from a seed, the same on every machine (SplitMix64). Each part of the world throws dice of its own, so that one more throw
 * in one part does not change the others. Not thread-safe.
 */
final class Dice {
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    /** Rates are counted in ten-thousandths. */
    static final int ALWAYS = 10_000;

    private final long origin;
    private long state;

    Dice(long seed) {
        this.origin = mix(seed + GOLDEN_GAMMA);
        this.state = origin;
    }

    /** Dice of their own, decided by this seed and a name; throws of either do not touch the other. */
    Dice named(String name) {
        long seed = origin;
        for (int i = 0; i < name.length(); i++) {
            seed = mix(seed ^ name.charAt(i)) + GOLDEN_GAMMA;
        }
        return new Dice(seed);
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** From 0 to {@code bound - 1}. */
    long below(long bound) {
        return Math.floorMod(nextLong() >>> 1, bound);
    }

    int below(int bound) {
        return (int) below((long) bound);
    }

    boolean happens(int rate) {
        return below(ALWAYS) < rate;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    /** Evenly between both, to the millisecond. */
    Duration between(Duration least, Duration most) {
        return least.plusMillis(below(most.toMillis() - least.toMillis() + 1));
    }

    /** Often little, seldom much: the least time, doubled by chance up to the number of doublings, and a little more. */
    Duration heavyTail(Duration least, int doublings) {
        Duration floor = least.multipliedBy(1L << below(doublings + 1));
        return between(floor, floor.multipliedBy(2));
    }

    byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) nextLong();
        }
        return bytes;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
