package dev.quittance.stripe.rest;

import dev.quittance.api.ui.Text;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Makes the answers of what cannot be done. The host writes them as they are; absence it writes itself. */
final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    static WebApplicationException of(int status, String code, String title, String detail) {
        return with(new Problem("about:blank", title, status, detail, code, List.of()));
    }

    /** Something is wrong with the fields of a body. */
    static WebApplicationException invalid(List<FieldProblem> errors) {
        return with(new Problem(
                "about:blank",
                "The request has errors.",
                422,
                "Correct the fields and send it again. Nothing was done.",
                "invalid",
                errors));
    }

    /** Something is wrong with the query. */
    static WebApplicationException badQuery(FieldProblem error) {
        return with(new Problem(
                "about:blank", "The query has errors.", 400, "Correct it and ask again.", "bad_query", List.of(error)));
    }

    static WebApplicationException with(Problem problem) {
        return new WebApplicationException(Response.status(problem.status())
                .type(MEDIA_TYPE)
                .entity(problem)
                .build());
    }

    /** A text in English, as programs log it; amounts are written with their code. */
    static String words(Text text) {
        String words = text.fallback();
        for (int i = 0; i < text.arguments().size(); i++) {
            Object argument = text.arguments().get(i);
            String written = argument instanceof Text inner ? words(inner) : argument.toString();
            words = words.replace("{" + i + "}", written);
        }
        return words;
    }
}
