package dev.quittance.platform.extension;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which origins a manifest allows, and where a sandbox leads them. An origin is scheme, host and port. Immutable and thread-safe. */
public final class Origins {
    private static final Map<String, Integer> USUAL_PORTS = Map.of("https", 443, "http", 80);

    private final Map<String, URI> substitutions;

    /** Origins with these led elsewhere. */
    public Origins(Map<URI, URI> substitutions) {
        Map<String, URI> byOrigin = new HashMap<>();
        substitutions.forEach((from, to) -> byOrigin.put(originOf(from), to));
        this.substitutions = Map.copyOf(byOrigin);
    }

    /** The origin of an absolute http or https address: {@code https://api.stripe.com}; the empty string for anything else. */
    public static String originOf(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        Integer usual = USUAL_PORTS.get(scheme);
        if (usual == null || address.getHost() == null || address.getRawUserInfo() != null) {
            return "";
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        boolean plain = address.getPort() < 0 || address.getPort() == usual;
        return scheme + "://" + host + (plain ? "" : ":" + address.getPort());
    }

    /** Whether the address lies on one of the declared origins, or where one of them is led. */
    public boolean allows(Collection<URI> declared, URI address) {
        String origin = originOf(address);
        return !origin.isEmpty()
                && (declares(declared, origin) || listAllowed(declared).contains(origin));
    }

    /** The address, led elsewhere if its origin is. */
    public URI lead(URI address) {
        URI base = substitutions.get(originOf(address));
        if (base == null) {
            return address;
        }
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String fragment = address.getRawFragment() == null ? "" : "#" + address.getRawFragment();
        return URI.create(originOf(base) + path + query + fragment);
    }

    /** The origins that are really used for the declared ones. */
    public Set<String> listAllowed(Collection<URI> declared) {
        Set<String> origins = new TreeSet<>();
        for (URI one : declared) {
            URI led = substitutions.getOrDefault(originOf(one), one);
            origins.add(originOf(led));
        }
        return origins;
    }

    private static boolean declares(Collection<URI> declared, String origin) {
        return declared.stream().anyMatch(one -> originOf(one).equals(origin));
    }
}
