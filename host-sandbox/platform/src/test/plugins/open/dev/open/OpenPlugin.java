package dev.open;

import dev.quittance.api.CrmPlugin;
import dev.quittance.api.PluginContext;
import dev.quittance.api.rest.RestModule;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Set;
import org.pf4j.Extension;

/** Forgets to say who may call it. */
public final class OpenPlugin extends CrmPlugin {
    public OpenPlugin(PluginContext context) { super(context); }

    @Override
    public <T> T extension(Class<T> type) { return type.cast(new OpenRest()); }

    @Extension
    public static final class OpenRest implements RestModule {
        @Override public Set<Object> resources() { return Set.of(new OpenResource()); }
    }

    @Path("all")
    public static final class OpenResource {
        @GET
        public String all() { return "everything"; }
    }
}
