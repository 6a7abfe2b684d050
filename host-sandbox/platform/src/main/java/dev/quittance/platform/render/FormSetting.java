package dev.quittance.platform.render;

import java.util.function.Supplier;

/**
 * What the forms of a page have in common.
 *
 * @param action where they are sent
 * @param csrf the session's token; empty on public pages
 * @param submission gives a new key for each showing
 * @param canShowAgain whether the plugin can fill a form anew for a choice
 */
public record FormSetting(String action, String csrf, Supplier<String> submission, boolean canShowAgain) {}
