package dev.quittance.emulator.api;

import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the parameters of a call, from its query and its body together. */
final class Parameters {
    /** A hundred line items with long texts, and room; Stripe takes no more than a few hundred kilobytes either. */
    private static final int MAX_BODY_BYTES = 1024 * 1024;

    private Parameters() {}

    /**
     * Reads them.
     *
     * @throws ApiError 400 for what is no form of UTF-8 texts, 413 for what is too long
     */
    static Form of(Call call) {
        if (call.body().length > MAX_BODY_BYTES) {
            throw ApiError.tooLarge("Request body too large: at most " + MAX_BODY_BYTES + " bytes are taken.");
        }
        String type = call.headers().getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        if (call.body().length > 0 && !type.isEmpty() && !type.startsWith("application/x-www-form-urlencoded")) {
            throw ApiError.refused(
                    null, "Invalid request: the body must be application/x-www-form-urlencoded, not what was sent.");
        }
        // Malformed bytes would be silently replaced here, so they are looked for first.
        String body = new String(call.body(), StandardCharsets.ISO_8859_1);
        if (!body.chars().allMatch(c -> c < 0x80)) {
            body = new String(call.body(), StandardCharsets.UTF_8);
            if (body.indexOf('\uFFFD') >= 0) {
                throw ApiError.refused(null, "Invalid encoding: the parameters are not UTF-8.");
            }
        }
        String query = call.rawQuery();
        return Form.parse(query.isEmpty() || body.isEmpty() ? query + body : query + "&" + body);
    }
}
