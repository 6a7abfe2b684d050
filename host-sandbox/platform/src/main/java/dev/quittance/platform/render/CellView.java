package dev.quittance.platform.render;

/**
 * One value.
 *
 * @param kind {@code words}, {@code amount}, {@code moment}, {@code state}, {@code link} or {@code empty}
 * @param text its words
 * @param tone of a state, else empty
 * @param href of a link, else empty
 * @param machine of a moment its ISO form, else empty
 */
public record CellView(String kind, String text, String tone, String href, String machine) {}
