package dev.quittance.stripe.dispute;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.screen.SettingsPage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.ListQuery;
import dev.quittance.api.ui.ListView;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.Requests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.pf4j.Extension;

/** All disputes of an organisation, newest first, for whoever may give money back. The evidence is given at Stripe. */
@Extension
public final class DisputesPage implements SettingsPage {
    private static final String PERMISSION = "stripe-payments.refund";

    private final DisputeBooks disputes;
    private final DisputeRows rows;
    private final Requests requests;

    /** The page over these. */
    public DisputesPage(DisputeBooks disputes, Requests requests) {
        this.disputes = disputes;
        this.rows = new DisputeRows(disputes);
        this.requests = requests;
    }

    @Override
    public String id() {
        return "disputes";
    }

    @Override
    public Text label() {
        return Text.of("disputes.label", "Disputes");
    }

    @Override
    public String permission() {
        return PERMISSION;
    }

    @Override
    public Page page(Actor actor) {
        List<Dispute> found =
                actor.may(PERMISSION) ? disputes.list(actor.org(), Optional.empty(), ListQuery.MAX_LIMIT) : List.of();
        Map<UUID, PaymentRequest> asked = new TreeMap<>();
        for (Dispute dispute : found) {
            requests.find(actor.org(), dispute.requestId()).ifPresent(one -> asked.put(one.requestId(), one));
        }
        ListView list = rows.view(actor.org(), found, asked, ListQuery.MAX_LIMIT);
        return new Page(
                Text.of("disputes.title", "Disputes"),
                List.of(
                        Block.paragraph(Text.of(
                                "disputes.why",
                                "A customer’s bank can question a payment and take the money back until it has decided. Whoever does "
                                        + "not answer in time loses. You answer at Stripe.")),
                        new Block.Listing(list)),
                Optional.empty(),
                Optional.of(actor.org()));
    }

    /** Nothing is decided here. */
    @Override
    public ActionResult submit(String formId, Submission submission, Actor actor) {
        return ActionResult.absent();
    }
}
