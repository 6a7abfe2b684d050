package dev.quittance.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Says what is wrong with a body, by the name of the field and never by its content. */
final class BodyProblems {
    private static final int BAD_REQUEST = 400;
    private static final int LONGEST_NAME = 100;
    private static final String NOTHING = "Nothing was done.";

    private BodyProblems() {}

    static Problem of(JsonProcessingException thrown) {
        if (thrown instanceof StreamConstraintsException || thrown.getCause() instanceof StreamConstraintsException) {
            return new Problem(BAD_REQUEST, "json_too_large", "The JSON is nested too deep or too long.", NOTHING);
        }
        if (thrown instanceof UnrecognizedPropertyException unknown) {
            return new Problem(
                    BAD_REQUEST,
                    "unknown_field",
                    "There is no such field.",
                    "The field \"" + name(unknown) + "\" is not known here. " + NOTHING);
        }
        if (thrown instanceof JsonMappingException wrong && !wrong.getPath().isEmpty()) {
            return new Problem(
                    BAD_REQUEST,
                    "bad_field",
                    "A field cannot be read.",
                    "The value of \"" + name(wrong) + "\" is not what is expected there. " + NOTHING);
        }
        return new Problem(BAD_REQUEST, "bad_json", "The JSON cannot be read.", NOTHING);
    }

    private static String name(JsonMappingException thrown) {
        String path = thrown.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.length() > LONGEST_NAME ? path.substring(0, LONGEST_NAME) : path;
    }
}
