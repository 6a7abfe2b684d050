package dev.quittance.emulator.developer;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a button's form says that is meant for Stripe's API: {@code params[a][b]=c} becomes {@code a[b]=c}. */
final class Params {
    private static final String OPEN = "params[";

    private Params() {}

    static String of(byte[] body) {
        List<String> pairs = new ArrayList<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
            int equals = pair.indexOf('=');
            String name = URLDecoder.decode(equals < 0 ? pair : pair.substring(0, equals), StandardCharsets.UTF_8);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            int close = name.indexOf(']');
            if (name.startsWith(OPEN) && close > 0 && !value.isEmpty()) {
                String plain = name.substring(OPEN.length(), close) + name.substring(close + 1);
                pairs.add(URLEncoder.encode(plain, StandardCharsets.UTF_8) + "=" + value);
            }
        }
        return String.join("&", pairs);
    }
}
