package dev.quittance.stripe.rest;

import dev.quittance.stripe.request.RequestFilter;
import dev.quittance.stripe.request.RequestState;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Optional;

/**
 * The query of a list of requests. Immutable.
 *
 * @param filter which requests
 * @param paging which page of them
 */
record RequestQuery(RequestFilter filter, Paging paging) {
    static final String RECORD_OBJECT = "record_object";
    static final String RECORD_ID = "record_id";
    static final String STATE = "state";

    /** The query of this address; throws a problem if it asks for something that cannot be. */
    static RequestQuery of(UriInfo address) {
        MultivaluedMap<String, String> given = address.getQueryParameters();
        Optional<String> object = name(given, RECORD_OBJECT);
        Optional<String> id = name(given, RECORD_ID);
        if (id.isPresent() && object.isEmpty()) {
            throw Problems.badQuery(
                    new FieldProblem(RECORD_ID, "record_object_missing", "Say of which kind the record is, too."));
        }
        Optional<RequestState> state =
                Optional.ofNullable(given.getFirst(STATE)).map(RequestQuery::state);
        Paging paging = Paging.of(given.getFirst(Paging.STARTING_AFTER), given.getFirst(Paging.LIMIT));
        return new RequestQuery(new RequestFilter(object, id, state), paging);
    }

    private static Optional<String> name(MultivaluedMap<String, String> given, String parameter) {
        Optional<String> name = Optional.ofNullable(given.getFirst(parameter));
        if (!name.map(Ids::isName).orElse(true)) {
            throw Problems.badQuery(new FieldProblem(parameter, "bad_id", "This names no record."));
        }
        return name;
    }

    private static RequestState state(String wanted) {
        for (RequestState state : RequestState.values()) {
            if (state.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                return state;
            }
        }
        throw Problems.badQuery(new FieldProblem(STATE, "unknown_state", "There is no such state."));
    }
}
