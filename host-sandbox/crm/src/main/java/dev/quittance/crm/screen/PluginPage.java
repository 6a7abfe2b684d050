package dev.quittance.crm.screen;

/**
 * A page of a plugin's.
 *
 * @param fragment its content as HTML that is escaped already
 */
public record PluginPage(String fragment) {}
