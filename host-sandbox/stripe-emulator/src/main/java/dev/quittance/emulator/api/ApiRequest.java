package dev.quittance.emulator.api;

import dev.quittance.emulator.wire.Form;

/**
 * An API call that has found its route.
 *
 * @param id what stands in the path's place for an id; empty if the route has none
 * @param form its parameters, from query and body
 */
public record ApiRequest(String path, String id, Form form) {}
