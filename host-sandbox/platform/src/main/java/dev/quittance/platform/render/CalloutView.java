package dev.quittance.platform.render;

/**
 * A sentence that must not be overlooked.
 *
 * @param tone one of {@code neutral info good warning danger}
 * @param toneWord the tone in words, since colour alone says nothing
 * @param text the sentence
 */
public record CalloutView(String tone, String toneWord, String text) {}
