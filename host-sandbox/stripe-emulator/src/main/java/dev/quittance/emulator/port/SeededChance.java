package dev.quittance.emulator.port;

/** Chance that a seed foretells, and that can be copied as it stands. Not thread-safe. */
public final class SeededChance implements Chance {
    /** Steele, Lea and Flood's SplitMix64: the golden ratio's fraction, and two mixing factors. */
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private static final long FIRST_FACTOR = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_FACTOR = 0x94D049BB133111EBL;

    private long state;

    public SeededChance(long seed) {
        this.state = seed;
    }

    /** Will say the same as this one from now on. */
    public SeededChance copy() {
        return new SeededChance(state);
    }

    @Override
    public long nextLong() {
        state += STEP;
        long mixed = (state ^ (state >>> 30)) * FIRST_FACTOR;
        mixed = (mixed ^ (mixed >>> 27)) * SECOND_FACTOR;
        return mixed ^ (mixed >>> 31);
    }
}
