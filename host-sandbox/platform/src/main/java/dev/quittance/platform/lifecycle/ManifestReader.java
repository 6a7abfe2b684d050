package dev.quittance.platform.lifecycle;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.quittance.platform.extension.Origins;
import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.extension.SealedColumn;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code plugin.json} of an unpacked plugin, and refuses what could not be kept. */
final class ManifestReader {
    /** The level of plugin-api that this platform offers. */
    private static final int API_LEVEL = 1;
    /** A manifest is a page or two. */
    private static final long MAX_BYTES = 256 * 1024;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.+-]{0,60}");
    private static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9-]{0,30}");
    /** First parts of paths that are the platform's, or that any host needs for itself. */
    private static final Set<String> TAKEN = Set.of("api", "assets", "webhooks", "x", "settings", "sign-in", "inbox");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private ManifestReader() {}

    static PluginManifest read(Path folder) {
        Path file = folder.resolve("plugin.json");
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                throw bad("there is no plugin.json of a sensible size", null);
            }
            PluginManifest manifest = manifest(JSON.readTree(Files.readString(file)));
            requireSame(manifest, folder.resolve("plugin.properties"));
            return manifest;
        } catch (IOException | IllegalArgumentException e) {
            throw bad("plugin.json cannot be read: " + e.getMessage(), e);
        }
    }

    private static PluginManifest manifest(JsonNode node) {
        if (node.path("apiLevel").asInt(0) > API_LEVEL) {
            throw bad(
                    "it needs a newer host: api level " + node.path("apiLevel").asInt(), null);
        }
        JsonNode network = node.path("network");
        return new PluginManifest(
                matching(ID, node, "id"),
                matching(VERSION, node, "version"),
                required(node, "name"),
                required(node, "pluginClass"),
                new PluginManifest.Network(origins(network.path("egress")), origins(network.path("redirects"))),
                prefixes(node.path("publicPrefixes")),
                node.path("webhooks").asBoolean(false),
                permissions(node),
                sealed(node));
    }

    private static List<URI> origins(JsonNode list) {
        List<URI> origins = new ArrayList<>();
        for (JsonNode one : list) {
            URI origin = URI.create(one.asText());
            String path = origin.getRawPath() == null ? "" : origin.getRawPath();
            if (Origins.originOf(origin).isEmpty() || !path.isEmpty() || origin.getRawQuery() != null) {
                throw bad("not an origin: " + one.asText(), null);
            }
            origins.add(origin);
        }
        return origins;
    }

    private static Set<String> prefixes(JsonNode list) {
        Set<String> prefixes = new HashSet<>();
        for (JsonNode one : list) {
            if (!PREFIX.matcher(one.asText()).matches() || TAKEN.contains(one.asText())) {
                throw bad("not a prefix for public pages: " + one.asText(), null);
            }
            prefixes.add(one.asText());
        }
        return prefixes;
    }

    private static List<PluginManifest.Permission> permissions(JsonNode node) {
        List<PluginManifest.Permission> permissions = new ArrayList<>();
        String own = node.path("id").asText() + ".";
        for (JsonNode one : node.path("permissions")) {
            String id = required(one, "id");
            if (!id.startsWith(own)) {
                throw bad("a permission's name begins with the plugin's id: " + id, null);
            }
            List<String> roles = new ArrayList<>();
            one.path("roles").forEach(role -> roles.add(role.asText()));
            permissions.add(new PluginManifest.Permission(id, required(one, "label"), roles));
        }
        return permissions;
    }

    private static Optional<List<SealedColumn>> sealed(JsonNode node) {
        if (!node.has("sealed")) {
            return Optional.empty();
        }
        List<SealedColumn> columns = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one : node.path("sealed").properties()) {
            String[] place = one.getKey().split("\\.", -1);
            if (place.length != 2) {
                throw bad("not a table and a column: " + one.getKey(), null);
            }
            columns.add(new SealedColumn(place[0], place[1], one.getValue().asText()));
        }
        return Optional.of(columns);
    }

    /** PF4J reads the other file: they must not disagree. */
    private static void requireSame(PluginManifest manifest, Path file) throws IOException {
        Properties properties = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        requireSame(manifest.id(), properties.getProperty("plugin.id", ""), "id");
        requireSame(manifest.version(), properties.getProperty("plugin.version", ""), "version");
        requireSame(manifest.pluginClass(), properties.getProperty("plugin.class", ""), "class");
    }

    private static void requireSame(String declared, String inProperties, String what) {
        if (!declared.equals(inProperties)) {
            throw bad("plugin.json and plugin.properties name another " + what, null);
        }
    }

    private static String matching(Pattern shape, JsonNode node, String field) {
        String value = required(node, field);
        if (!shape.matcher(value).matches()) {
            throw bad(field + " has a shape that cannot be: " + value, null);
        }
        return value;
    }

    private static String required(JsonNode node, String field) {
        String value = node.path(field).asText("");
        if (value.isBlank()) {
            throw bad(field + " is missing", null);
        }
        return value;
    }

    private static InstallException bad(String what, @Nullable Throwable cause) {
        return new InstallException("manifest_invalid", "the plugin was refused: " + what, cause);
    }
}
