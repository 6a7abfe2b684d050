package dev.quittance.api.rest;

import dev.quittance.api.ImplementedByPlugin;
import org.pf4j.ExtensionPoint;

/**
 * Receives webhooks at {@code /webhooks/{plugin}/{endpoint}}, from anyone: the plugin checks who sent them. Must be thread-safe
 * and answer within 5 s; while the plugin is disabled the host answers 503.
 */
@ImplementedByPlugin
public interface WebhookEndpoint extends ExtensionPoint {
    /** Takes one webhook. Safe to repeat. */
    WebhookReply receive(WebhookCall call);
}
