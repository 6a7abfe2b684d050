package dev.quittance.platform.web;

import dev.quittance.platform.render.FileAssets;
import java.io.IOException;
import java.util.Optional;

/** {@code /assets/platform/…}: files under the hash of their content, to be kept for ever. Thread-safe. */
final class AssetRoute {
    private final FileAssets assets;

    AssetRoute(FileAssets assets) {
        this.assets = assets;
    }

    void serve(Exchange exchange) throws IOException {
        Optional<FileAssets.Asset> asset = assets.find("/" + String.join("/", exchange.path()));
        if (asset.isEmpty() || !exchange.isRead()) {
            exchange.status(404);
            return;
        }
        byte[] content = asset.get().content();
        exchange.response().setContentType(asset.get().mediaType());
        exchange.response().setHeader("Cache-Control", "public, max-age=31536000, immutable");
        exchange.response().setHeader("X-Content-Type-Options", "nosniff");
        exchange.response().setContentLength(content.length);
        exchange.response().getOutputStream().write(content);
    }
}
