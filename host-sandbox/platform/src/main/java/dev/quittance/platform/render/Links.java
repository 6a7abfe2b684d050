package dev.quittance.platform.render;

import dev.quittance.api.ui.Target;
import dev.quittance.platform.extension.Origins;
import dev.quittance.platform.extension.PluginManifest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Turns a plugin's targets into addresses, and refuses those that its manifest does not allow. Immutable and thread-safe. */
public final class Links {
    private final PluginManifest manifest;
    private final URI publicUrl;
    private final Origins origins;
    private final boolean absolute;

    /** Links of a plugin on pages below this address. */
    public Links(PluginManifest manifest, URI publicUrl, Origins origins) {
        this(manifest, publicUrl, origins, false);
    }

    private Links(PluginManifest manifest, URI publicUrl, Origins origins, boolean absolute) {
        this.manifest = Objects.requireNonNull(manifest, "manifest");
        this.publicUrl = Objects.requireNonNull(publicUrl, "publicUrl");
        this.origins = Objects.requireNonNull(origins, "origins");
        this.absolute = absolute;
    }

    /** The same links in full, for mails and notices. */
    public Links inFull() {
        return new Links(manifest, publicUrl, origins, true);
    }

    /** The address for a page of the host's: a path, or an absolute address elsewhere; the empty string if it is not allowed. */
    public String href(Target target) {
        if (target instanceof Target.ToRecord record) {
            return base() + "/" + encoded(record.ref().object()) + "/"
                    + encoded(record.ref().id());
        }
        if (target instanceof Target.ToPage page) {
            return base() + "/x/" + manifest.id() + "/" + encoded(page.page());
        }
        if (target instanceof Target.ToPart part) {
            return base() + "/x/" + manifest.id() + "/" + encoded(part.page()) + "?after=" + encoded(part.part());
        }
        URI address = ((Target.ToAddress) target).uri();
        return allows(address) ? origins.lead(address).toString() : "";
    }

    /** Whether people may be led there: the host's own pages, and the origins that the manifest declares. */
    public boolean allows(URI address) {
        return Origins.originOf(address).equals(Origins.originOf(publicUrl))
                || origins.allows(manifest.network().redirects(), address);
    }

    /** Where people are really led. */
    public URI lead(URI address) {
        return origins.lead(address);
    }

    private String base() {
        if (!absolute) {
            return "";
        }
        String text = publicUrl.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
