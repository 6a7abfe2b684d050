package dev.quittance.platform.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.LinkedHashMap;
import java.util.Map;

/** Pages and answers as JSON, for hosts with a front end of their own. Only the platform's types are written. Thread-safe. */
public final class UiJson {
    /** The media type that asks for it. */
    public static final String MEDIA_TYPE = "application/vnd.quittance.ui+json";

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new Jdk8Module()).build();

    private UiJson() {}

    /** A page. */
    public static String page(PageView page) {
        return write(page);
    }

    /** What came of an action: {@code done}, {@code leave} or {@code refused}, with what goes with it. */
    public static String result(String result, Map<String, String> details) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("result", result);
        all.putAll(details);
        return write(all);
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view cannot be written", e);
        }
    }
}
