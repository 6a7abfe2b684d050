package dev.quittance.emulator.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The types of events that Stripe knows, also those that never happen here: the list {@code types.txt}. */
public final class EventTypes {
    private static final Set<String> ALL = load();

    private EventTypes() {}

    private static Set<String> load() {
        InputStream file = EventTypes.class.getResourceAsStream("types.txt");
        if (file == null) {
            throw new IllegalStateException("missing resource types.txt");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("types.txt", e);
        }
    }

    public static boolean isKnown(String type) {
        return ALL.contains(type);
    }
}
