package dev.quittance.stripe.rest;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a body strictly: well-formed UTF-8, plain JSON, an object, no name twice, nothing after the end. Texts are strings, objects
 * maps, arrays lists; whatever else there is, no field of ours takes it, so it is only {@link #OTHER}.
 */
final class JsonBody {
    /** A number, a truth value or null. */
    static final Object OTHER = new Object();

    private static final int MAX_DEPTH = 10;

    private JsonBody() {}

    /** The members of the object, in order; empty if this is no JSON object for certain. */
    static Optional<Map<String, Object>> read(byte[] body) {
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
            Map<String, Object> members = object(json);
            return json.peek() == JsonToken.END_DOCUMENT ? Optional.of(members) : Optional.empty();
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> object(JsonReader json) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        json.beginObject();
        while (json.hasNext()) {
            if (members.put(json.nextName(), value(json)) != null) {
                throw new IllegalStateException("a name twice");
            }
        }
        json.endObject();
        return members;
    }

    private static Object value(JsonReader json) throws IOException {
        switch (json.peek()) {
            case STRING -> {
                return json.nextString();
            }
            case BEGIN_OBJECT -> {
                return object(json);
            }
            case BEGIN_ARRAY -> {
                return array(json);
            }
            default -> {
                json.skipValue();
                return OTHER;
            }
        }
    }

    private static List<Object> array(JsonReader json) throws IOException {
        List<Object> items = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            items.add(value(json));
        }
        json.endArray();
        return items;
    }
}
