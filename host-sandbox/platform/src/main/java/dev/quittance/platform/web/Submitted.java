package dev.quittance.platform.web;

import dev.quittance.api.ui.Submission;
import dev.quittance.platform.render.Answers;
import dev.quittance.platform.render.Words;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A form that came back.
 *
 * @param formId which
 * @param csrf the token that came with it
 * @param showAgain whether it is only to be filled anew for a choice
 * @param key names the showing it was submitted from
 * @param answers what was answered
 */
record Submitted(String formId, String csrf, boolean showAgain, String key, Answers answers) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Reads it, or empty if it is none of ours. */
    static Optional<Submitted> read(Exchange exchange, Words words) throws IOException {
        Optional<Map<String, String>> fields = FormBody.read(exchange.request());
        return fields.map(body -> new Submitted(
                        body.getOrDefault("_form", ""),
                        body.getOrDefault("_csrf", ""),
                        body.containsKey("_show"),
                        body.getOrDefault("_submission", ""),
                        Answers.read(body, words)))
                .filter(submitted -> KEY.matcher(submitted.key()).matches());
    }

    Submission submission() {
        return new Submission(key, answers.values());
    }
}
