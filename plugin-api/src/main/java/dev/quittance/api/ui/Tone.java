package dev.quittance.api.ui;

import java.util.Objects;

/**
 * How something should strike the reader; string-coded, and a host shows one it does not know as neutral. The host always adds
 * words or an icon: colour alone says nothing. Immutable and thread-safe.
 *
 * @param value the code
 */
public record Tone(String value) {
    /** Nothing special. */
    public static final Tone NEUTRAL = new Tone("neutral");
    /** Good to know. */
    public static final Tone INFO = new Tone("info");
    /** Done, paid, healthy. */
    public static final Tone GOOD = new Tone("good");
    /** Look at this. */
    public static final Tone WARNING = new Tone("warning");
    /** Wrong, lost, refused. */
    public static final Tone DANGER = new Tone("danger");

    /** Refuses null. */
    public Tone {
        Objects.requireNonNull(value, "value");
    }
}
