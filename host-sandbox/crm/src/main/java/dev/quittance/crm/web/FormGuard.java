package dev.quittance.crm.web;

import dev.quittance.platform.host.SameOrigin;
import java.net.URI;

/** Tells whether a form that was sent is one that we showed in that browser. Thread-safe. */
public final class FormGuard {
    private final SameOrigin sameOrigin;
    private final FormTokens tokens;

    /** Guards the forms of a CRM at this address. */
    public FormGuard(URI publicUrl, FormTokens tokens) {
        this.sameOrigin = new SameOrigin(publicUrl);
        this.tokens = tokens;
    }

    boolean allows(Exchange exchange) {
        return sameOrigin.allows(exchange.request())
                && tokens.matches(exchange.request(), exchange.value(FormTokens.FIELD));
    }
}
