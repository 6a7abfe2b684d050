package dev.quittance.stripe.request;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How lists and maps of short strings stand in one column: a line each, percent-encoded, so that no content can forge a line. */
final class Lines {
    private Lines() {}

    static String ofMap(Map<String, String> map) {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, String> entry : new TreeMap<>(map).entrySet()) {
            lines.add(encode(entry.getKey()) + "=" + encode(entry.getValue()));
        }
        return String.join("\n", lines);
    }

    static Map<String, String> toMap(String column) {
        Map<String, String> map = new TreeMap<>();
        for (String line : split(column)) {
            int equals = line.indexOf('=');
            map.put(decode(line.substring(0, equals)), decode(line.substring(equals + 1)));
        }
        return map;
    }

    static String ofList(List<String> list) {
        List<String> lines = new ArrayList<>();
        for (String item : list) {
            lines.add(encode(item));
        }
        return String.join("\n", lines);
    }

    static List<String> toList(String column) {
        List<String> list = new ArrayList<>();
        for (String line : split(column)) {
            list.add(decode(line));
        }
        return list;
    }

    private static List<String> split(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split("\n", -1));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
