package dev.quittance.crm.screen;

import dev.quittance.crm.notice.Notices;
import dev.quittance.crm.web.Chrome;
import dev.quittance.crm.web.FormTokens;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Visitor;
import dev.quittance.platform.Platform;
import dev.quittance.platform.render.Assets;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes what stands around a page: style sheets, navigation, who is signed in. Thread-safe. */
public final class Chromes {
    private final Supplier<Platform> platform;
    private final Notices notices;
    private final FormTokens tokens;

    /** Takes style sheets from the platform, which may start later. */
    public Chromes(Supplier<Platform> platform, Notices notices, FormTokens tokens) {
        this.platform = platform;
        this.notices = notices;
        this.tokens = tokens;
    }

    /** The chrome of a page that is shown in answer to this request. */
    public Chrome of(HttpServletRequest request, Optional<Visitor> visitor, String title, String section) {
        return new Chrome(
                title,
                section,
                styles(),
                List.of(platform.get().assets().href("htmx.js"), OwnAssets.SCRIPT),
                visitor.map(this::person),
                tokens.find(request).orElse(""),
                Optional.empty());
    }

    private List<String> styles() {
        Assets assets = platform.get().assets();
        return List.of(assets.href("tabler.css"), OwnAssets.DARK_STYLE, assets.href("platform.css"), OwnAssets.STYLE);
    }

    private Chrome.Person person(Visitor visitor) {
        return new Chrome.Person(
                visitor.user().name(),
                visitor.user().role().code(),
                visitor.user().org().name(),
                visitor.user().org().locale().toLanguageTag(),
                notices.countUnread(
                        visitor.user().org().id(),
                        visitor.user().id(),
                        visitor.actor().permissions()),
                visitor.actor().may(Permissions.SETTINGS));
    }
}
