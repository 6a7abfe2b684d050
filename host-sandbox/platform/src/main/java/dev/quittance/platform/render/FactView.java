package dev.quittance.platform.render;

/**
 * A label and its value.
 *
 * @param label what it is
 * @param value what it amounts to
 */
public record FactView(String label, CellView value) {}
