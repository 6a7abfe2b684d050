package dev.quittance.platform.extension;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's words: the files {@code i18n/messages*.properties} of its zip, UTF-8, read as files so that no class loader is
 * involved. Immutable and thread-safe.
 */
public final class MessageBundles {
    private static final Pattern FILE = Pattern.compile("messages(?:_([A-Za-z_]{2,11}))?\\.properties");

    private final Map<String, Map<String, String>> byTag;

    private MessageBundles(Map<String, Map<String, String>> byTag) {
        this.byTag = Map.copyOf(byTag);
    }

    /** No words: every text shows its fallback. */
    public static MessageBundles none() {
        return new MessageBundles(Map.of());
    }

    /** Reads the files in this folder; a folder that is not there holds none. */
    public static MessageBundles read(Path folder) throws IOException {
        Map<String, Map<String, String>> byTag = new HashMap<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Matcher name = FILE.matcher(file.getFileName().toString());
                    if (name.matches()) {
                        byTag.put(name.group(1) == null ? "" : name.group(1), load(file));
                    }
                }
            }
        }
        return new MessageBundles(byTag);
    }

    /** Whether there is a file for this language. Where there are no files at all nothing is known against it. */
    public boolean speaks(Locale locale) {
        String language = locale.getLanguage();
        return byTag.isEmpty()
                || byTag.containsKey(language)
                || byTag.containsKey(language + "_" + locale.getCountry());
    }

    /** The message for a key: of the language and country, else of the language, else of the file without either. */
    public Optional<String> find(String key, Locale locale) {
        String language = locale.getLanguage();
        String exact = find(language + "_" + locale.getCountry(), key);
        String broad = exact == null ? find(language, key) : exact;
        return Optional.ofNullable(broad == null ? find("", key) : broad);
    }

    private @Nullable String find(String tag, String key) {
        return byTag.getOrDefault(tag, Map.of()).get(key);
    }

    private static Map<String, String> load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> words = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
        return Map.copyOf(words);
    }
}
