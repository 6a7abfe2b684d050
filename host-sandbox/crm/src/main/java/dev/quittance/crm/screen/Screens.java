package dev.quittance.crm.screen;

import dev.quittance.crm.web.Access;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Route;
import java.util.ArrayList;
import java.util.List;

/** All pages of the CRM, each with who may see it. */
public final class Screens {
    private Screens() {}

    /**
     * The routes.
     *
     * @param logins those of the sandbox, to be shown on the sign-in page; none to show none
     */
    public static List<Route> routes(Parts parts, List<SignInPage.Login> logins) {
        List<Route> routes = new ArrayList<>();
        routes.add(Route.get("/healthz", Access.everybody(), exchange -> Reply.text(200, "ok\n")));
        routes.addAll(OwnAssets.routes());
        routes.addAll(new SignInScreen(parts, logins).routes());
        routes.addAll(new ProjectForms(parts).routes());
        routes.addAll(new ProjectScreens(parts).routes());
        routes.addAll(new ClientForms(parts).routes());
        routes.addAll(new ContactForms(parts).routes());
        routes.addAll(new SearchScreens(parts).routes());
        routes.addAll(new AccountScreens(parts).routes());
        routes.addAll(new StaffScreens(parts).routes());
        routes.addAll(new InvoiceScreens(parts).routes());
        routes.addAll(new InvoiceFormScreens(parts).routes());
        routes.addAll(new InvoiceActionScreens(parts).routes());
        routes.addAll(new ClientScreens(parts).routes());
        routes.addAll(new HomeScreens(parts).routes());
        routes.addAll(new SettingsScreens(parts).routes());
        routes.addAll(new InboxScreens(parts).routes());
        return routes;
    }
}
