package dev.quittance.crm.web;

import dev.quittance.api.identity.Actor;
import dev.quittance.crm.identity.User;

/**
 * Somebody who is signed in.
 *
 * @param user who
 * @param actor the same person as plugins know them, with what they may do
 */
public record Visitor(User user, Actor actor) {}
