package dev.sample;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.screen.DocumentLink;
import dev.quittance.api.screen.DocumentLinkView;
import dev.quittance.api.ui.Text;
import java.net.URI;
import java.util.*;
import org.pf4j.Extension;

/** The record's id is the address it gives. */
@Extension
public final class NoteLink implements DocumentLink {
    @Override public Set<String> objects() { return Set.of("invoice"); }
    @Override public Optional<DocumentLinkView> provide(OrgId org, RecordRef record) {
        if (record.id().equals("none")) {
            return Optional.empty();
        }
        return Optional.of(new DocumentLinkView(Text.of("action.label", "x"), URI.create(record.id()), Money.of(500, "EUR")));
    }
}
