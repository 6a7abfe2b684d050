package dev.quittance.stripe.installation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an admin says this is. The names are stored: they never change. */
public enum HoldAnswer {
    /** This is the installation; the other one is gone. */
    MOVED(Hold.Kind.ELSEWHERE),
    /** The other one goes on; this is a copy of it, to try something. */
    COPY(Hold.Kind.ELSEWHERE),
    /** This is the installation, with books from a backup. */
    RESTORED(Hold.Kind.OLDER);

    private final Hold.Kind kind;

    HoldAnswer(Hold.Kind kind) {
        this.kind = kind;
    }

    /** Whether it answers what was noticed. */
    public boolean answers(Hold hold) {
        return hold.kind() == kind;
    }

    /** As it is stored and audited. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with this id. */
    public static Optional<HoldAnswer> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
    }
}
