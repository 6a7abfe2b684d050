package dev.quittance.trials.simulation;

import java.util.List;

/** What a plugin shares with its host, and nothing else: so a class that is missing in the zip is missing here too. */
final class SharedClasses extends ClassLoader {
    private static final List<String> SHARED =
            List.of("dev.quittance.api.", "org.pf4j.", "jakarta.ws.rs.", "org.slf4j.");

    private final ClassLoader host = SharedClasses.class.getClassLoader();

    SharedClasses() {
        super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        for (String prefix : SHARED) {
            if (name.startsWith(prefix)) {
                return host.loadClass(name);
            }
        }
        throw new ClassNotFoundException(name);
    }
}
