package dev.quittance.stripe.request;

import dev.quittance.api.PluginContext;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.payment.PaymentDraft;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.stripe.storage.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The one request that stands behind the link in an invoice's document. Nobody is sent it, and it counts as nothing asked for
 * until it is paid. Another one takes its place, and its address, when what is left has changed. Thread-safe.
 */
public final class StandingRequests {
    private final PluginContext context;
    private final Database database;
    private final Requests requests;
    private final Standings standings;
    private final StandingRepository repository = new StandingRepository();

    /** Standing requests among these. */
    public StandingRequests(PluginContext context, Database database, Requests requests, RequestRecords records) {
        this.context = context;
        this.database = database;
        this.requests = requests;
        this.standings = records.standings();
    }

    /** What is to be asked for behind a record's link now; empty if nothing, or while money is on its way. Never in a transaction. */
    public Optional<Money> findAmount(OrgId org, RecordRef record) {
        return record.object().equals(RecordRef.INVOICE)
                ? standings.find(org, record).flatMap(StandingRequests::amount)
                : Optional.empty();
    }

    /** The request behind a record's link as it is now, whatever its state. */
    public Optional<PaymentRequest> findCurrent(OrgId org, RecordRef record) {
        return database.read(db -> repository.findId(db, org, record)).flatMap(id -> requests.find(org, id));
    }

    /** Which of these records have, or once had, a link. */
    public List<RecordRef> listLinked(OrgId org, List<RecordRef> records) {
        return database.read(db -> repository.listLinked(db, org, records));
    }

    /**
     * A request for this much that is not stored yet, with what other plugins attach; empty if the record has changed meanwhile
     * or another plugin objects. Never in a transaction.
     */
    public Optional<PaymentRequest> draft(OrgId org, RecordRef record, Money amount) {
        return standings
                .find(org, record)
                .filter(standing -> amount(standing).filter(amount::equals).isPresent())
                .flatMap(standing -> drafted(standing, amount));
    }

    /** The request behind a record's link, kept from others until the transaction ends. */
    public Optional<PaymentRequest> lockCurrent(DSLContext tx, OrgId org, RecordRef record) {
        return repository.findId(tx, org, record).map(id -> requests.lock(tx, org, id));
    }

    /** Takes a locked request from behind its link. */
    public void release(DSLContext tx, PaymentRequest locked) {
        repository.release(tx, locked);
    }

    /**
     * Stores a drafted request and puts the record's link before it, which is made if there is none.
     *
     * @return false if there is another request behind it already
     */
    public boolean put(DSLContext tx, PaymentRequest drafted) {
        Optional<UUID> earlier = repository.findLatest(tx, drafted.org(), drafted.record());
        if (!requests.addStanding(tx, drafted, repository.key(drafted.record()))) {
            return false;
        }
        boolean moved =
                earlier.isPresent() && requests.links().move(tx, drafted.org(), earlier.get(), drafted.requestId());
        if (!moved) {
            requests.links().add(tx, drafted.org(), drafted.requestId());
        }
        return true;
    }

    private static Optional<Money> amount(Standing standing) {
        return standing.balance().processing().isZero() ? standing.askable() : Optional.empty();
    }

    private Optional<PaymentRequest> drafted(Standing standing, Money amount) {
        Subject subject = standing.subject();
        String description = Descriptions.usual(RequestType.INVOICE, Optional.empty(), subject);
        RequestTerms terms = new RequestTerms(RequestType.INVOICE, Optional.empty(), amount, description);
        Recipient recipient = new Recipient(
                subject.clientId(),
                standing.client().map(ClientView::name).orElse(""),
                standing.client().flatMap(ClientView::email).orElse(""),
                standing.client()
                        .flatMap(ClientView::locale)
                        .orElse(standing.org().locale()));
        OrgId org = standing.org().id();
        Ask ask = Ask.on(standing, "", recipient, terms, "system");
        PaymentDraft frozen = context.paymentHooks().contribute(Requests.draft(org, ask));
        return context.paymentHooks().check(frozen).isEmpty()
                ? Optional.of(requests.newRequest(org, ask, frozen))
                : Optional.empty();
    }
}
