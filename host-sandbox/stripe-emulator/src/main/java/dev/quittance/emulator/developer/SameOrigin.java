package dev.quittance.emulator.developer;

import dev.quittance.emulator.port.Call;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Whether a call comes from this machine's developer and not from a page of somebody else's that their browser shows. */
final class SameOrigin {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private SameOrigin() {}

    /**
     * Programs send no Origin. A browser sends that of the page, and the address that it believes to speak to: a name that
     * somebody else lets point here is refused as well.
     */
    static boolean allows(Call call, URI own) {
        String host = call.headers().getOrDefault("host", "").toLowerCase(Locale.ROOT);
        if (!host.isEmpty() && !THIS_MACHINE.contains(nameOf(host)) && !host.equals(authority(own))) {
            return false;
        }
        String origin = call.headers().getOrDefault("origin", "").toLowerCase(Locale.ROOT);
        if (origin.isEmpty()) {
            String site = call.headers().getOrDefault("sec-fetch-site", "none");
            return site.equals("none") || site.equals("same-origin");
        }
        return origin.equals("http://" + host) || origin.equals("https://" + host);
    }

    private static String authority(URI uri) {
        return String.valueOf(uri.getAuthority()).toLowerCase(Locale.ROOT);
    }

    private static String nameOf(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }
}
