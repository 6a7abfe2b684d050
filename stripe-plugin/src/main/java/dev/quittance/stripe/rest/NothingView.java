package dev.quittance.stripe.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/** Where there is no amount: in the description of this interface, {@code null}. Never made. */
@Schema(
        name = "Nothing",
        types = {"null"})
record NothingView() {}
