package dev.quittance.platform.lifecycle;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginManager;

/**
 * A plugin's class loader: shared packages from the host, everything else from the plugin. A service file that the plugin
 * carries itself hides the host's file of the same name.
 */
final class OwnServicesFirstLoader extends PluginClassLoader {

    OwnServicesFirstLoader(PluginManager manager, PluginDescriptor descriptor, ClassLoader parent) {
        super(manager, descriptor, parent);
    }

    @Override
    protected boolean shouldDelegateToParent(String className) {
        return SharedClasses.isShared(className);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (name.startsWith("META-INF/services/")) {
            Enumeration<URL> own = findResources(name);
            if (own.hasMoreElements()) {
                return own;
            }
        }
        return super.getResources(name);
    }
}
