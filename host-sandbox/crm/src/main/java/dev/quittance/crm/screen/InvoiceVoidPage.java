package dev.quittance.crm.screen;

/**
 * Asks whether an invoice is to be taken back.
 *
 * @param href its page
 * @param name what people call it
 * @param money what was paid or is on its way, and what becomes of that
 */
public record InvoiceVoidPage(String href, String name, String money) {}
