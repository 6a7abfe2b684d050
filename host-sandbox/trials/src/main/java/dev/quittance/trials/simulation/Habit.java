package dev.quittance.trials.simulation;

import java.util.List;

/** How a payer behaves on the hosted page. */
enum Habit {
    PAYS(HostedPage.GOOD_CARD),
    PAYS_LATE(HostedPage.GOOD_CARD),
    DECLINED_ONCE(HostedPage.DECLINED_CARD, HostedPage.GOOD_CARD),
    DECLINED_TWICE(HostedPage.DECLINED_CARD, HostedPage.DECLINED_CARD, HostedPage.GOOD_CARD),
    PROVES_IDENTITY(HostedPage.CARD_WITH_3DS),
    FAILS_TO_PROVE_IDENTITY(HostedPage.CARD_WITH_3DS, HostedPage.GOOD_CARD),
    LEAVES_AT_THE_BANK(HostedPage.CARD_WITH_3DS),
    ALWAYS_DECLINED(HostedPage.DECLINED_CARD),
    WALKS_AWAY;

    private final List<String> cards;

    Habit(String... cards) {
        this.cards = List.of(cards);
    }

    /** The cards tried one after the other. */
    List<String> cards() {
        return cards;
    }

    /** Whether this payer means to pay, and so must be able to. */
    boolean wantsToPay() {
        return this != ALWAYS_DECLINED && this != WALKS_AWAY && this != LEAVES_AT_THE_BANK;
    }
}
