package dev.quittance.trials.bench;

/**
 * One start. Ordered by time.
 *
 * @param firstPageMillis from the start of the process to its first page, in milliseconds
 * @param residentMegabytes the memory it then holds, in units of 1,048,576 bytes
 */
record Start(long firstPageMillis, long residentMegabytes) implements Comparable<Start> {
    @Override
    public int compareTo(Start other) {
        return Long.compare(firstPageMillis, other.firstPageMillis);
    }
}
