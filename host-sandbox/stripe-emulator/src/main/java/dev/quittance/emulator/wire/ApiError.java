package dev.quittance.emulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A refusal in Stripe's error shape. Immutable; carries no secrets. */
public final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The one code that is not Stripe's. */
    public static final String NOT_EMULATED = "not_emulated";

    /** Ten thousand unknown names make no useful message. */
    private static final int MOST_NAMED = 20;

    private static final String INVALID_REQUEST = "invalid_request_error";

    private final int status;
    private final String type;
    private final @Nullable String code;
    private final Blame blame;

    /** What is wrong: a parameter, an object that there is not, both or neither. */
    private record Blame(@Nullable String param, @Nullable String missingId) {}

    private ApiError(int status, String type, @Nullable String code, @Nullable String param, String message) {
        this(status, type, code, message, new Blame(param, null));
    }

    private ApiError(int status, String type, @Nullable String code, String message, Blame blame) {
        super(message);
        this.status = status;
        this.type = type;
        this.code = code;
        this.blame = blame;
    }

    /** 400 with a code of Stripe's. */
    public static ApiError invalid(String code, String param, String message) {
        return new ApiError(400, INVALID_REQUEST, code, param, message);
    }

    /** 400 as Stripe gives it where it names the parameter but no code. */
    public static ApiError invalid(String param, String message) {
        return new ApiError(400, INVALID_REQUEST, null, param, message);
    }

    /** 400 where no parameter is to blame. */
    public static ApiError refused(@Nullable String code, String message) {
        return new ApiError(400, INVALID_REQUEST, code, null, message);
    }

    /** 400: a parameter that must be there is not. */
    public static ApiError missing(String param) {
        return invalid("parameter_missing", param, "Missing required param: " + param + ".");
    }

    /** 400: Stripe knows no such parameter. */
    public static ApiError unknown(String param) {
        return unknown(List.of(param));
    }

    /** 400: Stripe knows none of these parameters. The first is named as the one to blame. */
    static ApiError unknown(List<String> params) {
        String names = String.join(", ", params.subList(0, Math.min(params.size(), MOST_NAMED)));
        return invalid(
                "parameter_unknown",
                params.get(0),
                "Received unknown parameter" + (params.size() == 1 ? "" : "s") + ": " + names);
    }

    /** 400: a parameter that cannot be unset was sent empty. */
    public static ApiError empty(String param) {
        return invalid(
                "parameter_invalid_empty",
                param,
                "You passed an empty string for '" + param
                        + "'. We assume empty values are an attempt to unset a parameter; however '" + param
                        + "' cannot be unset. You should remove '" + param
                        + "' from your request or supply a non-empty value.");
    }

    /** 400: Stripe knows it, the local Stripe does not act on it, and says so instead of making up a success. */
    public static ApiError notEmulated(String param, String what) {
        return invalid(NOT_EMULATED, param, "The local Stripe does not emulate " + what + ". Nothing was done.");
    }

    /** 400: a path of Stripe's that the local Stripe lacks. */
    public static ApiError pathNotEmulated(String method, String path) {
        return refused(
                NOT_EMULATED, "The local Stripe does not emulate " + method + " " + path + ". Nothing was done.");
    }

    /** 404 with {@code resource_missing}. */
    public static ApiError resourceMissing(String noun, String id, String param) {
        return new ApiError(
                404, INVALID_REQUEST, "resource_missing", "No such " + noun + ": '" + id + "'", new Blame(param, id));
    }

    /** 404: a path that is not Stripe's. */
    public static ApiError unknownPath(String method, String path) {
        return new ApiError(
                404, INVALID_REQUEST, null, null, "Unrecognized request URL (" + method + ": " + path + ").");
    }

    /** 401: the key does not open anything. */
    public static ApiError unauthorized(@Nullable String code, String message) {
        return new ApiError(401, INVALID_REQUEST, code, null, message);
    }

    /** 403: the key opens the account, but not for this. */
    public static ApiError forbidden(@Nullable String code, String message) {
        return new ApiError(403, INVALID_REQUEST, code, null, message);
    }

    /** 400: the idempotency key was used for something else. */
    public static ApiError idempotency(String message) {
        return new ApiError(400, "idempotency_error", null, null, message);
    }

    /** 409: a call with the same idempotency key is still under way. */
    public static ApiError keyInUse(String key) {
        return new ApiError(
                409,
                "idempotency_error",
                "idempotency_key_in_use",
                null,
                "There is currently another in-progress request using this Idempotent Key (that probably means you"
                        + " submitted twice, and the other request is still going through): " + key
                        + ". Please try again later.");
    }

    /** 413: more than any call needs. */
    public static ApiError tooLarge(String message) {
        return new ApiError(413, INVALID_REQUEST, null, null, message);
    }

    /** What a fault on demand answers, of any status. */
    public static ApiError ofFault(int status, String type, @Nullable String code, String message) {
        return new ApiError(status, type, code, null, message);
    }

    /** 500: a bug of the local Stripe. */
    public static ApiError bug() {
        return new ApiError(500, "api_error", null, null, "The local Stripe failed; its log says why.");
    }

    /** Of 404: what there is not. */
    public Optional<String> missingId() {
        return Optional.ofNullable(blame.missingId());
    }

    /** The same refusal for an object that the other mode has. */
    public ApiError ofOtherMode(boolean live) {
        return new ApiError(
                status,
                type,
                code,
                getMessage() + "; a similar object exists in " + (live ? "live" : "test") + " mode, but a "
                        + (live ? "test" : "live") + " mode key was used to make this request.",
                blame);
    }

    public int status() {
        return status;
    }

    public @Nullable String code() {
        return code;
    }

    /** The body, as Stripe shapes it. */
    public ObjectNode toJson() {
        ObjectNode body = Json.object();
        ObjectNode error = body.putObject("error");
        if (code != null) {
            error.put("code", code);
            if (!code.equals(NOT_EMULATED)) {
                error.put("doc_url", "https://stripe.com/docs/error-codes/" + code.replace('_', '-'));
            }
        }
        error.put("message", getMessage());
        if (blame.param() != null) {
            error.put("param", blame.param());
        }
        error.put("type", type);
        return body;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        // A refusal is an answer, not a surprise: nobody reads its stack.
        return this;
    }
}
