package dev.quittance.platform.render;

/**
 * A whole public page: the model of its template.
 *
 * @param page its content
 * @param look in whose name
 * @param stylesheet the address of its style sheet
 */
public record PublicDocument(PageView page, PublicLook look, String stylesheet) {}
