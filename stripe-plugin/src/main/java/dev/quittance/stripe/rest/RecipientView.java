package dev.quittance.stripe.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Who is asked.
 *
 * @param name how the mail greets them; may be empty
 * @param email where the request goes
 */
@Schema(name = "Recipient", description = "Who is asked.")
public record RecipientView(
        @Schema(description = "How the mail greets them; the client's name unless given")
        String name,

        @Schema(description = "Where the request goes; the client's address unless given")
        String email) {}
