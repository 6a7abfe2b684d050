package dev.quittance.crm.identity;

import java.util.UUID;

/**
 * Somebody who signs in.
 *
 * @param id unique within the organisation
 * @param login what they type to sign in, lower case
 * @param name how colleagues call them
 * @param role what they are
 * @param org whom they work for
 */
public record User(UUID id, String login, String name, Role role, Organisation org) {}
