package dev.quittance.crm.screen;

import java.util.Optional;

/**
 * Says that something does not work.
 *
 * @param title its heading
 * @param explanation what happened and what to do
 * @param reference by which the log can be searched, if something was logged
 */
public record RefusalPage(String title, String explanation, Optional<String> reference) {}
