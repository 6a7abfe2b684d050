package dev.quittance.platform.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.glassfish.jersey.server.ContainerRequest;

/** Lets a call through to the plugin if the caller has the permission that the method names. Thread-safe. */
final class PermissionFilter implements ContainerRequestFilter {
    private static final int FORBIDDEN = 403;

    private final GuardedMethods methods;

    PermissionFilter(GuardedMethods methods) {
        this.methods = methods;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        Optional<String> permission =
                methods.permission(((ContainerRequest) context).getUriInfo().getMatchedResourceMethod());
        if (permission.isEmpty() || !context.getSecurityContext().isUserInRole(permission.get())) {
            String detail = permission
                    .map(missing -> "Nothing was done. Ask an admin of your organization for the permission \""
                            + missing + "\".")
                    .orElse("Nothing was done.");
            Problem problem = new Problem(FORBIDDEN, "permission_missing", "You may not do this.", detail);
            context.abortWith(Response.status(problem.status())
                    .type(Problem.MEDIA_TYPE)
                    .entity(problem.json())
                    .build());
        }
    }
}
