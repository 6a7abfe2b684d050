package dev.quittance.platform.host;

import jakarta.servlet.http.HttpServletRequest;

/** Tokens that bind a form to the session it was shown in. Thread-safe. */
public interface CsrfTokens {

    /** The token to put into a form shown in answer to this request. */
    String token(HttpServletRequest request);

    /**
     * Whether a token that came with a form belongs to this request's session. The platform has read the body and passes what it
     * found, the empty string if nothing: the implementation must not ask the request for parameters.
     */
    boolean matches(HttpServletRequest request, String token);
}
