package dev.quittance.platform.service;

import dev.quittance.api.host.Urls;
import dev.quittance.api.record.RecordRef;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Addresses below the host's public one. */
final class PluginUrls implements Urls {
    private final String base;
    private final String pluginId;

    PluginUrls(URI publicUrl, String pluginId) {
        String text = publicUrl.toString();
        this.base = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        this.pluginId = pluginId;
    }

    @Override
    public URI publicPage(String prefix, List<String> path) {
        StringBuilder address = new StringBuilder(base).append('/').append(encoded(prefix));
        path.forEach(part -> address.append('/').append(encoded(part)));
        return URI.create(address.toString());
    }

    @Override
    public URI webhook(String endpointId) {
        return URI.create(base + "/webhooks/" + pluginId + "/" + encoded(endpointId));
    }

    @Override
    public URI record(RecordRef record) {
        return URI.create(base + "/" + encoded(record.object()) + "/" + encoded(record.id()));
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
