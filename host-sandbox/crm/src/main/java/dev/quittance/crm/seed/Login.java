package dev.quittance.crm.seed;

import dev.quittance.crm.identity.Role;

/**
 * A login of the sandbox. Its password is no secret: it opens demo data on a loopback address.
 *
 * @param email what to type
 * @param password what to type
 * @param name whose it is
 * @param role what they are
 * @param organisation whom they work for
 */
public record Login(String email, String password, String name, Role role, String organisation) {}
