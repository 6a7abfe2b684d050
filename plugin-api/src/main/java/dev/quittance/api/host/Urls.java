package dev.quittance.api.host;

import dev.quittance.api.ImplementedByHost;
import dev.quittance.api.record.RecordRef;
import java.net.URI;
import java.util.List;

/** Addresses as people outside reach them: made from the host's public base address, never from a request. Thread-safe. */
@ImplementedByHost
public interface Urls {
    /** A public page below one of the plugin's prefixes: {@code publicPage("pay", List.of(token))}. The parts are encoded. */
    URI publicPage(String prefix, List<String> path);

    /** The address at which the host passes webhooks on to this plugin. */
    URI webhook(String endpointId);

    /** A record's page for staff. */
    URI record(RecordRef record);
}
