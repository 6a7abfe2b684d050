package dev.quittance.stripe.webhook;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the envelope of an event strictly: well-formed UTF-8, plain JSON, no name twice in an object, no deep nesting, nothing
 * after the end. Two readers that disagree about a document are a way in, so what could be read in two ways is not read.
 */
final class EnvelopeReader {
    /** Stripe's events are some ten levels deep. */
    private static final int MAX_DEPTH = 40;

    /** Stripe's ids are at most 255 characters; types are far shorter. */
    private static final int MAX_ID = 255;

    private static final class Found {
        private @Nullable String id;
        private @Nullable String type;
        private @Nullable Boolean livemode;
        private @Nullable String apiVersion;
        private @Nullable String account;
        private @Nullable String objectId;
        private final Map<String, String> metadata = new TreeMap<>();
    }

    private interface Member {
        void read(String name, JsonReader json) throws IOException;
    }

    /** The envelope, or empty if this is not for certain an event. */
    Optional<Envelope> read(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonReader json = new JsonReader(new StringReader(text));
            json.setStrictness(Strictness.STRICT);
            json.setNestingLimit(MAX_DEPTH);
            Found found = new Found();
            object(json, (name, value) -> event(found, name, value));
            return json.peek() == JsonToken.END_DOCUMENT ? envelope(found) : Optional.empty();
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void event(Found found, String name, JsonReader json) throws IOException {
        switch (name) {
            case "id" -> found.id = json.nextString();
            case "type" -> found.type = json.nextString();
            case "livemode" -> found.livemode = json.nextBoolean();
            case "api_version" -> found.apiVersion = text(json);
            case "account" -> found.account = text(json);
            case "data" -> object(json, (inner, value) -> data(found, inner, value));
            default -> skip(json);
        }
    }

    private static void data(Found found, String name, JsonReader json) throws IOException {
        if (name.equals("object") && json.peek() == JsonToken.BEGIN_OBJECT) {
            object(json, (inner, value) -> subject(found, inner, value));
        } else {
            skip(json);
        }
    }

    private static void subject(Found found, String name, JsonReader json) throws IOException {
        if (name.equals("id")) {
            found.objectId = text(json);
        } else if (name.equals("metadata") && json.peek() == JsonToken.BEGIN_OBJECT) {
            object(json, (key, value) -> {
                if (value.peek() == JsonToken.STRING) {
                    found.metadata.put(key, value.nextString());
                } else {
                    skip(value);
                }
            });
        } else {
            skip(json);
        }
    }

    private static Optional<Envelope> envelope(Found found) {
        String id = found.id;
        String type = found.type;
        Boolean livemode = found.livemode;
        String objectId = found.objectId == null ? "" : found.objectId;
        if (id == null || type == null || livemode == null || id.isEmpty() || type.isEmpty()) {
            return Optional.empty();
        }
        if (id.length() > MAX_ID || type.length() > MAX_ID || objectId.length() > MAX_ID) {
            return Optional.empty();
        }
        String version = found.apiVersion == null ? "" : found.apiVersion;
        return Optional.of(new Envelope(
                id, type, version, livemode, Optional.ofNullable(found.account), objectId, found.metadata));
    }

    private static void object(JsonReader json, Member member) throws IOException {
        Set<String> names = new HashSet<>();
        json.beginObject();
        while (json.hasNext()) {
            String name = json.nextName();
            if (!names.add(name)) {
                throw new IllegalStateException("a name twice");
            }
            member.read(name, json);
        }
        json.endObject();
    }

    /** Skips a value, and looks for names that stand twice on the way. */
    private static void skip(JsonReader json) throws IOException {
        switch (json.peek()) {
            case BEGIN_OBJECT -> object(json, (name, value) -> skip(value));
            case BEGIN_ARRAY -> {
                json.beginArray();
                while (json.hasNext()) {
                    skip(json);
                }
                json.endArray();
            }
            default -> json.skipValue();
        }
    }

    private static @Nullable String text(JsonReader json) throws IOException {
        if (json.peek() == JsonToken.NULL) {
            json.nextNull();
            return null;
        }
        return json.nextString();
    }
}
