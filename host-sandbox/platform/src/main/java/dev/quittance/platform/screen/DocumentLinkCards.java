package dev.quittance.platform.screen;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.DocumentLink;
import dev.quittance.api.screen.DocumentLinkView;
import dev.quittance.platform.extension.Extension;
import dev.quittance.platform.extension.Origins;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.extension.TimeLimit;
import dev.quittance.platform.render.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The links for a document, in the language of the organisation it comes from. Thread-safe. */
final class DocumentLinkCards {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentLinkCards.class);

    private final PluginScreens.Parts parts;

    DocumentLinkCards(PluginScreens.Parts parts) {
        this.parts = parts;
    }

    List<DocumentLinkCard> cards(OrgId org, RecordRef record) {
        Optional<OrgView> business = parts.host().records().findOrg(org);
        if (business.isEmpty()) {
            return List.of();
        }
        List<DocumentLinkCard> cards = new ArrayList<>();
        for (Extension<DocumentLink> link : parts.plugins().listExtensions(DocumentLink.class)) {
            try {
                card(link, business.get(), record).ifPresent(cards::add);
            } catch (PluginFault fault) {
                LOG.warn(
                        "document link of plugin {} left out, reference {}",
                        link.plugin().id(),
                        fault.reference());
            }
        }
        return List.copyOf(cards);
    }

    private Optional<DocumentLinkCard> card(Extension<DocumentLink> link, OrgView business, RecordRef record) {
        Words words = parts.presentation()
                .pages(link.plugin(), parts.presentation().reader(business.locale(), Optional.of(business)))
                .words();
        return parts.calls().call(link.plugin(), TimeLimit.PAGE, () -> {
            DocumentLink instance = link.instance();
            return instance.objects().contains(record.object())
                    ? instance.provide(business.id(), record).map(view -> card(view, words))
                    : Optional.empty();
        });
    }

    /** A customer who trusts the paper must land here and nowhere else. */
    private DocumentLinkCard card(DocumentLinkView view, Words words) {
        String origin = Origins.originOf(view.address());
        if (origin.isEmpty() || !origin.equals(Origins.originOf(parts.host().publicUrl()))) {
            throw new IllegalStateException("a document link leads away from the host");
        }
        return new DocumentLinkCard(words.of(view.label()), view.address().toString(), view.amount());
    }
}
