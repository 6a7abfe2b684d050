package dev.quittance.platform.host;

import dev.quittance.api.identity.Actor;
import java.util.Optional;

/**
 * A page of a plugin's, without the chrome. Immutable and thread-safe.
 *
 * @param actor who reads it; empty on an error page for somebody who is not signed in
 * @param title its title as plain words, to be escaped
 * @param fragment its content as HTML with the one {@code h1}, escaped already
 */
public record StaffPage(Optional<Actor> actor, String title, String fragment) {}
