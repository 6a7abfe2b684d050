package dev.quittance.platform.jobs;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Task data as text: a Java object in the database could not be read after an upgrade. */
final class TextSerializer implements Serializer {

    @Override
    public byte[] serialize(Object data) {
        return Objects.toString(data, "").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] stored) {
        return type.cast(new String(stored, StandardCharsets.UTF_8));
    }
}
