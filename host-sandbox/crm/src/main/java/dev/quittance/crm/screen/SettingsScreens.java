package dev.quittance.crm.screen;

import dev.quittance.crm.books.StrayMoney;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Permissions;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import dev.quittance.platform.lifecycle.InstallException;
import dev.quittance.platform.lifecycle.InstalledPlugin;
import dev.quittance.platform.lifecycle.Plugins;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The settings: the organisation, the plugins' own pages, and which plugins are on. */
final class SettingsScreens {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsScreens.class);

    /** What is looked through by eye. */
    private static final int STRAY = 50;

    private final Parts parts;
    private final PageShow show;

    SettingsScreens(Parts parts) {
        this.parts = parts;
        this.show = new PageShow(parts);
    }

    List<Route> routes() {
        Access settings = Access.permission(Permissions.SETTINGS);
        return List.of(
                Route.get("/settings", settings, this::settings),
                Route.post("/settings/plugins/enable", settings, exchange -> change(exchange, plugins()::enable)),
                Route.post("/settings/plugins/disable", settings, exchange -> change(exchange, plugins()::disable)));
    }

    private Reply settings(Exchange exchange) {
        Organisation org = exchange.visitor().user().org();
        SettingsPage page = new SettingsPage(
                parts
                        .platform()
                        .get()
                        .screens()
                        .settingsLinks(exchange.visitor().actor())
                        .stream()
                        .map(ProjectPage.Action::of)
                        .toList(),
                plugins().list().stream().map(SettingsScreens::plugin).toList(),
                parts.books().listForDeletedRecords(org.id(), STRAY).stream()
                        .map(money -> stray(money, org))
                        .toList(),
                org.name(),
                org.currency(),
                org.locale().getDisplayName(Locale.ENGLISH),
                org.zone().getId());
        return show.page(exchange, new PageShow.Place("Settings", "settings", "settings"), page);
    }

    private static SettingsPage.Stray stray(StrayMoney money, Organisation org) {
        String back = money.takenBack().isPositive()
                ? ", " + Formats.money(money.takenBack(), org) + " of it taken back"
                : "";
        return new SettingsPage.Stray(
                money.record().object() + " " + money.record().id(),
                Formats.money(money.amount(), org) + back,
                money.method(),
                Formats.date(money.paidAt(), org));
    }

    /** Switches an installed plugin; how it went is the state that the page then shows. */
    private Reply change(Exchange exchange, Consumer<String> switchIt) {
        String wanted = exchange.value("plugin");
        Optional<String> installed = plugins().list().stream()
                .map(InstalledPlugin::id)
                .filter(wanted::equals)
                .findFirst();
        try {
            installed.ifPresent(switchIt);
        } catch (InstallException e) {
            LOG.warn("plugin {} could not be switched", wanted, e);
        }
        return Reply.seeOther("/settings");
    }

    private Plugins plugins() {
        return parts.platform().get().plugins();
    }

    private static SettingsPage.Plugin plugin(InstalledPlugin plugin) {
        String state = switch (plugin.state()) {
            case ENABLED -> "Enabled";
            case DISABLED -> "Disabled";
            case FAILED -> "Could not be enabled: " + plugin.reason();
        };
        boolean on = plugin.state() == InstalledPlugin.State.ENABLED;
        return new SettingsPage.Plugin(plugin.id(), plugin.name(), plugin.version(), state, on);
    }
}
