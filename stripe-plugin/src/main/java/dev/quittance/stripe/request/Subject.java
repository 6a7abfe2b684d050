package dev.quittance.stripe.request;

import dev.quittance.api.money.Money;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import java.util.List;
import java.util.Optional;

/**
 * What money is asked for: a project or an invoice. Immutable.
 *
 * @param record which record
 * @param name what people call it: the project's name, the invoice's number
 * @param clientId who pays
 * @param stage where it stands, in the host's words
 * @param currency ISO 4217 code, upper case
 * @param total what was agreed or billed, in {@code currency}; empty for a project without a contract
 * @param projectId the project that an invoice bills, if there is one
 * @param obstacle why nothing can be asked for, if so
 */
record Subject(
        RecordRef record,
        String name,
        String clientId,
        String stage,
        String currency,
        Optional<Money> total,
        Optional<String> projectId,
        Optional<Obstacle> obstacle) {
    private static final List<RequestType> FOR_PROJECTS =
            List.of(RequestType.DEPOSIT, RequestType.PROGRESS, RequestType.FINAL, RequestType.CUSTOM);

    private static final List<RequestType> FOR_INVOICES = List.of(RequestType.FINAL, RequestType.CUSTOM);

    static Subject of(ProjectView project) {
        boolean isClosed = project.stage().equals(ProjectView.STAGE_CLOSED);
        return new Subject(
                RecordRef.project(project.id()),
                project.name(),
                project.clientId(),
                project.stage(),
                project.currency(),
                project.contractTotal().filter(Money::isPositive),
                Optional.empty(),
                isClosed ? Optional.of(Obstacle.CLOSED) : Optional.empty());
    }

    /** An invoice; nothing is asked for on one of a project that is closed. */
    static Subject of(InvoiceView invoice, Optional<ProjectView> project) {
        return new Subject(
                RecordRef.invoice(invoice.id()),
                invoice.number(),
                invoice.clientId(),
                invoice.state(),
                invoice.total().currency(),
                Optional.of(invoice.total()),
                invoice.projectId(),
                obstacle(invoice, project));
    }

    private static Optional<Obstacle> obstacle(InvoiceView invoice, Optional<ProjectView> project) {
        if (invoice.state().equals(InvoiceView.STATE_DRAFT)) {
            return Optional.of(Obstacle.DRAFT);
        }
        if (invoice.state().equals(InvoiceView.STATE_VOID)) {
            return Optional.of(Obstacle.VOID);
        }
        if (!invoice.total().isPositive()) {
            return Optional.of(Obstacle.ZERO);
        }
        return project.flatMap(found -> of(found).obstacle());
    }

    boolean isInvoice() {
        return record.object().equals(RecordRef.INVOICE);
    }

    /** What people may choose; an invoice is billed when the work is done, so there is no deposit on it. */
    List<RequestType> types() {
        return isInvoice() ? FOR_INVOICES : FOR_PROJECTS;
    }

    /** The record on which turns to ask are taken: an invoice shares those of the project that it bills. */
    RecordRef turnedOn() {
        return projectId.map(RecordRef::project).orElse(record);
    }
}
