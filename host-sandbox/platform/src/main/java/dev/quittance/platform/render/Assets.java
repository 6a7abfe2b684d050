package dev.quittance.platform.render;

/** Style sheets and scripts that pages need, served by the platform. Thread-safe. */
public interface Assets {

    /**
     * The path of a file, with its content's hash so that it may be cached for ever.
     *
     * @param name {@code tabler.css}, {@code platform.css}, {@code public.css} or {@code htmx.js}
     * @throws IllegalArgumentException if there is no such file
     */
    String href(String name);
}
