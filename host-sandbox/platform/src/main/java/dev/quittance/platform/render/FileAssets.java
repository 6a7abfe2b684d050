package dev.quittance.platform.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The style sheets and scripts on the class path, each under an address that holds its content's hash. Immutable and thread-safe.
 */
public final class FileAssets implements Assets {
    /** Where they are served. */
    public static final String PREFIX = "/assets/platform/";

    /** Enough of a hash that two versions never meet. */
    private static final int HASH_CHARACTERS = 12;

    private static final Map<String, String> SOURCES = Map.of(
            "tabler.css", "/META-INF/resources/webjars/tabler__core/1.4.0/dist/css/tabler.min.css",
            "htmx.js", "/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js",
            "platform.css", "/dev/quittance/platform/assets/platform.css",
            "public.css", "/dev/quittance/platform/assets/public.css");

    private final Map<String, Asset> byName;
    private final Map<String, Asset> byPath;

    /** Reads all files once. */
    public FileAssets() {
        Map<String, Asset> names = new LinkedHashMap<>();
        Map<String, Asset> paths = new LinkedHashMap<>();
        SOURCES.forEach((name, source) -> {
            Asset asset = read(name, source);
            names.put(name, asset);
            paths.put(asset.path(), asset);
        });
        this.byName = Map.copyOf(names);
        this.byPath = Map.copyOf(paths);
    }

    @Override
    public String href(String name) {
        Asset asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no such asset: " + name);
        }
        return asset.path();
    }

    /** The file at a path below {@link #PREFIX}, if there is one. */
    public Optional<Asset> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /**
     * A file to serve. The array is not copied: do not write to it.
     *
     * @param path its path, with its hash
     * @param mediaType its type
     * @param content its bytes
     */
    public record Asset(String path, String mediaType, byte[] content) {}

    private static Asset read(String name, String source) {
        try (InputStream input = FileAssets.class.getResourceAsStream(source)) {
            if (input == null) {
                throw new IllegalStateException("not on the class path: " + source);
            }
            byte[] content = input.readAllBytes();
            int dot = name.lastIndexOf('.');
            String hash = HexFormat.of().formatHex(sha256(content)).substring(0, HASH_CHARACTERS);
            String path = PREFIX + name.substring(0, dot) + "-" + hash + name.substring(dot);
            String type = name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript; charset=utf-8";
            return new Asset(path, type, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
