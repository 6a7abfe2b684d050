package dev.quittance.emulator.hosted;

import dev.quittance.emulator.page.Notice;
import dev.quittance.emulator.page.Page;
import dev.quittance.emulator.port.Answer;
import dev.quittance.emulator.port.Call;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What goes to a payer's browser, and what comes from it. */
final class Replies {
    /** The longest form a person can send here. */
    private static final int MAX_FORM_BYTES = 64 * 1024;

    private Replies() {}

    static Form form(Call call) {
        if (call.body().length > MAX_FORM_BYTES) {
            throw ApiError.tooLarge("more than a person can type");
        }
        return Form.parse(new String(call.body(), StandardCharsets.UTF_8));
    }

    static Answer redirect(String location) {
        return redirect(location, Optional.empty());
    }

    /** The redirect is held until the event was acknowledged, or for some seconds. */
    static Answer redirect(String location, Optional<String> awaitedEvent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Location", location);
        headers.put("Cache-Control", "no-store");
        headers.put("Referrer-Policy", "no-referrer");
        awaitedEvent.ifPresent(event -> headers.put(Answer.AWAITS_EVENT, event));
        return new Answer(303, headers, new byte[0]);
    }

    static Answer html(int status, Page page) {
        return new Answer(status, page.headers(), page.html().getBytes(StandardCharsets.UTF_8));
    }

    static Answer html(int status, Notice notice) {
        return html(status, notice.render());
    }
}
