package dev.quittance.stripe.operation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.StringJoiner;

/** A form as Stripe takes it. The order is that of the names, so the same parameters are always the same bytes. */
final class FormBody {
    private FormBody() {}

    static byte[] encoded(SortedMap<String, String> parameters) {
        StringJoiner form = new StringJoiner("&");
        parameters.forEach((name, value) -> form.add(part(name) + "=" + part(value)));
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
