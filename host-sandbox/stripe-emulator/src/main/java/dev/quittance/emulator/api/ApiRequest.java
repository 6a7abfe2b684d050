package dev.quittance.emulator.api;

import dev.quittance.emulator.wire.Form;
import java.util.List;

/**
 * An API call that has found its route.
 *
 * @param ids what stands in the path's places for ids, from left to right
 * @param form its parameters, from query and body
 */
public record ApiRequest(String path, List<String> ids, Form form) {
    /** Copies. */
    public ApiRequest {
        ids = List.copyOf(ids);
    }

    /** What stands in the path's first place for an id; empty if the route has none. */
    public String id() {
        return ids.isEmpty() ? "" : ids.get(0);
    }
}
