package dev.quittance.platform.web;

import dev.quittance.api.ui.Tone;

/** Why there is no page: the status, the words by their key, and how they strike. */
enum Message {
    /** There is nothing, or not for this person. */
    ABSENT(404, "absent", Tone.INFO),
    /** Nobody is signed in. */
    SIGN_IN(401, "signin", Tone.INFO),
    /** The role does not include it. */
    FORBIDDEN(403, "forbidden", Tone.INFO),
    /** The form's token is not of this session. */
    EXPIRED(403, "expired", Tone.WARNING),
    /** Another site made the browser send it. */
    CROSS_SITE(403, "cross", Tone.WARNING),
    /** No form of ours. */
    BAD(400, "bad", Tone.WARNING),
    /** Not by this method. */
    METHOD(405, "method", Tone.INFO),
    /** The plugin is off for now. */
    OFF(503, "off", Tone.INFO),
    /** The plugin took too long. */
    LATE(504, "late", Tone.WARNING),
    /** The plugin failed. */
    FAULT(500, "fault", Tone.DANGER);

    private final int status;
    private final String key;
    private final Tone tone;

    Message(int status, String key, Tone tone) {
        this.status = status;
        this.key = key;
        this.tone = tone;
    }

    int status() {
        return status;
    }

    String key() {
        return key;
    }

    Tone tone() {
        return tone;
    }
}
