package dev.quittance.platform.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.quittance.api.ErrorType;
import dev.quittance.api.PluginException;
import dev.quittance.platform.extension.MessageBundles;
import dev.quittance.platform.render.Reader;
import dev.quittance.platform.render.Words;
import dev.quittance.platform.trace.Trace;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a resource throws, as a problem: never a stack trace, never the exception's own message where it was not meant for people. */
final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    /** Problems are read by programs' authors: in English, every amount with its currency and every moment in UTC. */
    private static final Words ENGLISH = new Words(MessageBundles.none(), Reader.of(Locale.ENGLISH));

    private static final String NOTHING = "Nothing was done.";

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException answer) {
            return answer.getResponse().hasEntity()
                    ? answer.getResponse()
                    : response(ofStatus(answer.getResponse().getStatus()), Optional.of(answer.getResponse()));
        }
        if (thrown instanceof PluginException told) {
            int status =
                    told.code().type() == ErrorType.USER ? 422 : told.code().type() == ErrorType.BUG ? 500 : 503;
            return response(
                    new Problem(status, told.code().value(), ENGLISH.of(told.userText()), ""), Optional.empty());
        }
        if (thrown instanceof JsonProcessingException bad) {
            return response(BodyProblems.of(bad), Optional.empty());
        }
        String reference = Trace.current();
        LOG.error("a REST resource failed, reference {}", reference, thrown);
        return response(
                new Problem(
                        500,
                        "plugin_failed",
                        "The plugin failed.",
                        "Nothing more happens by itself. Try again later, or tell support the reference " + reference
                                + "."),
                Optional.empty());
    }

    private static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> new Problem(status, "bad_request", "The request cannot be read.", NOTHING);
            case 404 -> Problem.absent();
            case 405 -> new Problem(status, "method_not_allowed", "This address does not take that method.", NOTHING);
            case 406 -> new Problem(status, "not_acceptable", "This address does not answer in that format.", NOTHING);
            case 415 ->
                new Problem(status, "unsupported_media_type", "This address does not read that format.", NOTHING);
            default -> new Problem(status, "http_" + status, "The request was refused.", "");
        };
    }

    private static Response response(Problem problem, Optional<Response> original) {
        Response.ResponseBuilder builder = original.map(Response::fromResponse).orElseGet(Response::ok);
        return builder.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.json())
                .build();
    }
}
