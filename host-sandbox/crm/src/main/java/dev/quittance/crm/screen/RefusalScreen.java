package dev.quittance.crm.screen;

import dev.quittance.crm.web.Chrome;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Refusals;
import dev.quittance.crm.web.Reply;
import dev.quittance.crm.web.Templates;
import dev.quittance.crm.web.Visitor;
import java.util.Optional;

/** The pages that say that something does not work. */
public final class RefusalScreen implements Refusals {
    private final Chromes chromes;
    private final Templates templates;

    /** Shows them within this chrome. */
    public RefusalScreen(Chromes chromes, Templates templates) {
        this.chromes = chromes;
        this.templates = templates;
    }

    @Override
    public Reply refuse(Exchange exchange, int status, Optional<String> reference) {
        RefusalPage page = page(status, reference);
        // A page about trouble must not need what may be in trouble: after a failure it looks nobody up.
        Optional<Visitor> visitor = status == 500 ? Optional.empty() : exchange.signedIn();
        Chrome chrome = chromes.of(exchange.request(), visitor, page.title(), "");
        return Reply.html(status, templates.render("refusal", chrome, page));
    }

    private static RefusalPage page(int status, Optional<String> reference) {
        return switch (status) {
            case 403 ->
                new RefusalPage(
                        "That is not open to you",
                        "Nothing was changed. If a form brought you here, it was not shown in this browser or is too old: go"
                                + " back, load the page again and repeat it. Otherwise ask an admin of your organisation.",
                        reference);
            case 404 ->
                new RefusalPage("There is nothing here", "The address is wrong, or what was here is gone.", reference);
            case 405 ->
                new RefusalPage(
                        "That cannot be done here",
                        "Nothing was changed. Go back and use the page's own buttons.",
                        reference);
            case 500 ->
                new RefusalPage(
                        "Something went wrong on our side",
                        "Nobody was charged by this page. Try again in a moment; if it stays, tell us the reference.",
                        reference);
            default ->
                new RefusalPage(
                        "That could not be read",
                        "Nothing was changed. Go back, load the page again and repeat it.",
                        reference);
        };
    }
}
