package dev.quittance.platform.rest;

import dev.quittance.api.rest.RequiresPermission;
import dev.quittance.platform.extension.LivePlugin;
import dev.quittance.platform.extension.UndeclaredException;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.jspecify.annotations.Nullable;

/** The resource methods of a plugin, each with the permission it needs. Immutable and thread-safe. */
final class GuardedMethods {
    private final Map<Method, String> permissions;
    private final List<RestMethod> methods;

    private GuardedMethods(Map<Method, String> permissions, List<RestMethod> methods) {
        this.permissions = Map.copyOf(permissions);
        this.methods = List.copyOf(methods);
    }

    /**
     * Looks at the resources.
     *
     * @throws UndeclaredException if a method does not say who may call it, or could lead on to one that nobody has seen
     */
    static GuardedMethods of(LivePlugin plugin, Set<Object> resources) {
        Map<Method, String> permissions = new HashMap<>();
        List<RestMethod> methods = new ArrayList<>();
        for (Object resource : resources) {
            Class<?> type = resource.getClass();
            Resource model = type.isAnnotationPresent(Path.class) ? Resource.from(type) : null;
            if (model == null) {
                throw new UndeclaredException(
                        "the plugin was refused: " + type.getName() + " is no REST resource with a path");
            }
            for (Found found : listed(model, "/api/plugins/" + plugin.id())) {
                String permission = permission(plugin, type, found.method());
                permissions.put(found.method().getInvocable().getHandlingMethod(), permission);
                methods.add(new RestMethod(found.method().getHttpMethod(), found.path(), permission));
            }
        }
        return new GuardedMethods(permissions, methods);
    }

    /** The permission that this method needs; empty for one that is none of the plugin's, which nobody may call. */
    Optional<String> permission(@Nullable ResourceMethod matched) {
        return matched == null
                ? Optional.empty()
                : Optional.ofNullable(permissions.get(matched.getInvocable().getHandlingMethod()));
    }

    List<RestMethod> list() {
        return methods;
    }

    private record Found(String path, ResourceMethod method) {}

    private static List<Found> listed(Resource model, String above) {
        String own = model.getPath() == null ? "" : model.getPath().replaceAll("\\{\\s*(\\w+)[^{}]*\\}", "{$1}");
        String path = own.isEmpty() || own.equals("/") ? above : above + "/" + own.replaceAll("^/|/$", "");
        if (model.getResourceLocator() != null) {
            throw new UndeclaredException("the plugin was refused: " + path
                    + " leads on to a resource that is made while it is called, whose permissions cannot be read");
        }
        List<Found> all = new ArrayList<>();
        model.getResourceMethods().forEach(method -> all.add(new Found(path, method)));
        model.getChildResources().forEach(child -> all.addAll(listed(child, path)));
        return all;
    }

    private static String permission(LivePlugin plugin, Class<?> type, ResourceMethod method) {
        Method handling = method.getInvocable().getHandlingMethod();
        RequiresPermission own = handling.getAnnotation(RequiresPermission.class);
        RequiresPermission found = own == null ? type.getAnnotation(RequiresPermission.class) : own;
        String name = type.getSimpleName() + "." + handling.getName();
        if (found == null) {
            throw new UndeclaredException(
                    "the plugin was refused: its REST method " + name + " does not say who may call it");
        }
        if (!plugin.manifest().declaresPermission(found.value())) {
            throw new UndeclaredException("the plugin was refused: its REST method " + name + " needs the permission \""
                    + found.value() + "\", which its manifest does not declare");
        }
        return found.value();
    }
}
