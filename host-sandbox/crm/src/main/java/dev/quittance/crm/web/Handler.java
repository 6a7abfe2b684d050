package dev.quittance.crm.web;

/** Answers the requests of one route. Must be thread-safe. */
@FunctionalInterface
public interface Handler {
    /** The answer; what it throws is logged and shown as a page without detail. */
    Reply handle(Exchange exchange);
}
