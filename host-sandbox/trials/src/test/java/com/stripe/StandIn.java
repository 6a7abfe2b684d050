package com.stripe;

/** Stands for Stripe's library in the fixture of the rule that forbids it. */
public final class StandIn {
    private StandIn() {}

    /** Something to call. */
    public static void call() {}
}
