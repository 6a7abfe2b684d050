package dev.quittance.crm.record;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordEvent;
import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.event.RecordNews;
import dev.quittance.crm.storage.Database;
import dev.quittance.crm.storage.RowIds;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * The invoices of an organisation. Each change of one that others act on writes its event in the same transaction. Thread-safe.
 */
public final class Invoices {
    private final Database database;
    private final RecordNews news;
    private final RowIds ids;
    private final Clock clock;
    private final InvoiceRepository rows = new InvoiceRepository();
    private final InvoiceLineRepository lineRows = new InvoiceLineRepository();

    /** The newest invoices whose number begins so, or of which every word of the query begins a word of the client's name. */
    public List<Invoice> search(OrgId org, String query, int limit) {
        return database.read(sql -> rows.list(sql, org, InvoiceRepository.isFoundBy(query), limit));
    }

    /** Keeps them in this database and tells what happened to them here. */
    public Invoices(Database database, RecordNews news, RowIds ids, Clock clock) {
        this.database = database;
        this.news = news;
        this.ids = ids;
        this.clock = clock;
    }

    /** The invoice, or empty if this organisation has none by that id, whatever its shape. */
    public Optional<Invoice> find(OrgId org, String id) {
        return RecordIds.parse(id).flatMap(invoiceId -> database.read(sql -> rows.find(sql, org, invoiceId)));
    }

    /** The invoice's lines, in order. */
    public List<InvoiceLine> lines(Invoice invoice) {
        return database.read(sql -> lineRows.list(sql, invoice));
    }

    /**
     * Invoices, newest first.
     *
     * @param today in the organisation's time zone: decides what is overdue
     * @param after the {@link Slice#next} of the slice before; empty for the beginning
     */
    public Slice<Invoice> list(OrgId org, InvoiceFilter filter, LocalDate today, String after, int limit) {
        Condition from = Cursor.parse(after)
                .map(cursor -> InvoiceRepository.CREATED_AT
                        .lt(cursor.createdAt())
                        .or(InvoiceRepository.CREATED_AT
                                .eq(cursor.createdAt())
                                .and(InvoiceRepository.ID.lt(cursor.id()))))
                .orElse(DSL.noCondition());
        Condition which = InvoiceRepository.matches(filter, today).and(from);
        List<Invoice> found = database.read(sql -> rows.list(sql, org, which, limit + 1));
        if (found.size() <= limit) {
            return new Slice<>(found, Optional.empty());
        }
        Invoice last = found.get(limit - 1);
        return new Slice<>(found.subList(0, limit), Optional.of(new Cursor(last.createdAt(), last.id()).text()));
    }

    /** All invoices that bill these projects' work, newest first, whatever their state. */
    public List<Invoice> listOfProjects(OrgId org, Collection<UUID> projects) {
        return database.read(sql -> rows.list(sql, org, InvoiceRepository.PROJECT_ID.in(projects), Integer.MAX_VALUE));
    }

    /** The newest invoices of a client, whatever their state. */
    public List<Invoice> listOfClient(OrgId org, UUID client, int limit) {
        return database.read(sql -> rows.list(sql, org, InvoiceRepository.CLIENT_ID.eq(client), limit));
    }

    /** Makes a draft with the next number. Its client must be the organisation's; making it twice makes two. */
    public Invoice add(OrgId org, InvoiceEntry entry) {
        UUID id = ids.next();
        database.transaction(tx -> {
            Invoice invoice = new Invoice(
                    org,
                    id,
                    rows.takeNumber(tx, org),
                    entry.clientId(),
                    "",
                    entry.projectId(),
                    InvoiceState.DRAFT,
                    entry.total(),
                    entry.termsDays(),
                    Optional.empty(),
                    Optional.empty(),
                    clock.instant(),
                    1);
            rows.insert(tx, invoice);
            lineRows.replace(tx, org, id, entry.lines());
        });
        return database.read(sql -> rows.find(sql, org, id)).orElseThrow();
    }

    /**
     * Enters an invoice as it is, with the next number in place of its own, without news of it; one whose id is there is left as it
     * is. For what was billed elsewhere before.
     *
     * @return whether it was new
     */
    public boolean addIfNew(Invoice invoice, List<InvoiceLine> lines) {
        AtomicReference<Boolean> added = new AtomicReference<>(false);
        database.transaction(tx -> {
            if (rows.find(tx, invoice.org(), invoice.id()).isEmpty()) {
                long number = rows.takeNumber(tx, invoice.org());
                rows.insert(tx, InvoiceChanges.numbered(invoice, number));
                lineRows.replace(tx, invoice.org(), invoice.id(), lines);
                added.set(true);
            }
        });
        return Boolean.TRUE.equals(added.get());
    }

    /**
     * Sends a draft out: from now on it is owed, and due after its terms. Once issued it stays so; a void one is refused.
     *
     * @param zone the organisation's: decides which day it is
     */
    public InvoiceChange issue(OrgId org, String id, ZoneId zone) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return change(org, id, (tx, invoice) -> switch (invoice.state()) {
            case ISSUED -> InvoiceChange.DONE;
            case VOID -> InvoiceChange.REFUSED;
            case DRAFT -> {
                rows.update(tx, InvoiceChanges.issued(invoice, today));
                news.add(tx, news.event(RecordEvent.INVOICE_ISSUED, org, ref(invoice)));
                yield InvoiceChange.DONE;
            }
        });
    }

    /**
     * Takes an invoice back for good: nobody owes it any more. Always possible, also when something was paid or is on its way:
     * that money stays in the books and is shown, and it is for people to give it back.
     */
    public InvoiceChange makeVoid(OrgId org, String id) {
        return change(org, id, (tx, invoice) -> {
            if (invoice.state() != InvoiceState.VOID) {
                rows.update(tx, InvoiceChanges.voided(invoice));
                news.add(tx, news.event(RecordEvent.INVOICE_VOIDED, org, ref(invoice)));
            }
            return InvoiceChange.DONE;
        });
    }

    /**
     * Writes an invoice anew. A draft takes everything; an issued one its lines and terms, since it was sent to somebody, in some
     * currency, for some work; a void one nothing.
     *
     * @param seen the version that was looked at; {@link InvoiceChange#STALE} if there is a newer one
     */
    public InvoiceChange changeLines(OrgId org, String id, long seen, InvoiceEntry entry) {
        return change(org, id, (tx, invoice) -> {
            if (invoice.version() != seen) {
                return InvoiceChange.STALE;
            }
            if (!InvoiceChanges.takes(invoice, entry)) {
                return InvoiceChange.REFUSED;
            }
            rows.update(tx, InvoiceChanges.rewritten(invoice, entry));
            lineRows.replace(tx, org, invoice.id(), entry.lines());
            if (!invoice.total().equals(entry.total())) {
                news.add(tx, news.event(RecordEvent.TOTAL_CHANGED, org, ref(invoice)));
            }
            return InvoiceChange.DONE;
        });
    }

    /**
     * Gives all invoices of one client to another, in the caller's transaction: for clients that turned out to be the same.
     */
    public void moveClient(DSLContext tx, OrgId org, UUID from, UUID into) {
        rows.moveClient(tx, org, from, into);
    }

    private InvoiceChange change(OrgId org, String id, BiFunction<DSLContext, Invoice, InvoiceChange> work) {
        AtomicReference<InvoiceChange> result = new AtomicReference<>(InvoiceChange.ABSENT);
        RecordIds.parse(id)
                .ifPresent(invoiceId -> database.transaction(
                        tx -> rows.lock(tx, org, invoiceId).ifPresent(invoice -> result.set(work.apply(tx, invoice)))));
        return Objects.requireNonNull(result.get());
    }

    private static RecordRef ref(Invoice invoice) {
        return RecordRef.invoice(invoice.id().toString());
    }
}
