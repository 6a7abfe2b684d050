package dev.quittance.api.rest;

/** What the sender of a webhook is told. */
public enum WebhookReply {
    /** 200: it is stored for good, or rightly of no interest. */
    ACCEPTED(200),
    /** 400: it is not authentic. Nothing was stored. */
    REJECTED(400),
    /** 404: there is no such endpoint. */
    UNKNOWN_ENDPOINT(404),
    /** 503: it cannot be stored now; send it again. */
    UNAVAILABLE(503);

    private final int status;

    WebhookReply(int status) {
        this.status = status;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
