package dev.quittance.emulator.store;

import dev.quittance.emulator.port.Chance;

/** Makes ids and keys that look like Stripe's, from chance. */
public final class Ids {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    /** Stripe's object ids carry 24 letters; at 62 letters each that is far from any collision. */
    private static final int OBJECT_LETTERS = 24;

    private static final String LIVE_SESSION = "cs_live_";
    private static final int SESSION_LETTERS = 58;
    private static final int REQUEST_LETTERS = 14;
    private static final int SECRET_LETTERS = 32;
    private static final int KEY_LETTERS = 48;
    private static final int ACCOUNT_LETTERS = 16;

    private final Chance chance;

    public Ids(Chance chance) {
        this.chance = chance;
    }

    public String of(Kind kind) {
        return of(kind, false);
    }

    /** Sessions say in their id of which mode they are. */
    String of(Kind kind, boolean livemode) {
        String prefix = kind == Kind.SESSION && livemode ? LIVE_SESSION : kind.idPrefix();
        return prefix + letters(kind == Kind.SESSION ? SESSION_LETTERS : lettersOf(kind));
    }

    private static int lettersOf(Kind kind) {
        return kind == Kind.ACCOUNT ? ACCOUNT_LETTERS : OBJECT_LETTERS;
    }

    /** For what is part of another object, such as a line item or a price. */
    public String of(String prefix) {
        return prefix + letters(OBJECT_LETTERS);
    }

    public String request() {
        return "req_" + letters(REQUEST_LETTERS);
    }

    public String key(String prefix) {
        return prefix + letters(KEY_LETTERS);
    }

    public String secret(String prefix) {
        return prefix + letters(SECRET_LETTERS);
    }

    private String letters(int count) {
        StringBuilder text = new StringBuilder(count);
        while (text.length() < count) {
            long bits = chance.nextLong();
            // Ten letters need 60 of the 64 bits.
            for (int i = 0; i < 10 && text.length() < count; i++) {
                text.append(LETTERS.charAt((int) Long.remainderUnsigned(bits, LETTERS.length())));
                bits = Long.divideUnsigned(bits, LETTERS.length());
            }
        }
        return text.toString();
    }
}
