package dev.quittance.emulator.store;

/** Where the objects of an account are kept: under its id in test mode, under its id and a mark in live mode. */
public final class Partition {
    /** No account id has a slash. */
    private static final String LIVE_MARK = "/live";

    private Partition() {}

    public static String of(String account, boolean livemode) {
        return livemode ? account + LIVE_MARK : account;
    }

    public static String account(String partition) {
        return isLive(partition) ? partition.substring(0, partition.length() - LIVE_MARK.length()) : partition;
    }

    public static boolean isLive(String partition) {
        return partition.endsWith(LIVE_MARK);
    }

    /** The same account in the other mode. */
    static String twin(String partition) {
        return of(account(partition), !isLive(partition));
    }
}
