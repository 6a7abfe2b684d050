package dev.quittance.trials.journey;

import com.microsoft.playwright.options.ColorScheme;

/** What somebody has before them; the name is that of its pictures. */
record Screen(String name, int width, int height, boolean withScript, ColorScheme colours) {}
