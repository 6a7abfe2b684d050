package dev.quittance.crm.hosting;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.ClientView;
import dev.quittance.api.record.InvoiceView;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.ProjectView;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.record.Records;
import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.identity.People;
import dev.quittance.crm.identity.Role;
import dev.quittance.crm.record.Client;
import dev.quittance.crm.record.Clients;
import dev.quittance.crm.record.Invoice;
import dev.quittance.crm.record.Invoices;
import dev.quittance.crm.record.Project;
import dev.quittance.crm.record.Projects;
import dev.quittance.platform.host.RecordHeading;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The CRM's records as plugins see them. */
final class CrmRecords implements Records {
    private final People people;
    private final Clients clients;
    private final Projects projects;
    private final Invoices invoices;

    CrmRecords(People people, Clients clients, Projects projects, Invoices invoices) {
        this.people = people;
        this.clients = clients;
        this.projects = projects;
        this.invoices = invoices;
    }

    @Override
    public Optional<OrgView> findOrg(OrgId org) {
        return people.findOrganisation(org).map(this::view);
    }

    @Override
    public Optional<ProjectView> findProject(OrgId org, String projectId) {
        return projects.find(org, projectId).map(CrmRecords::view);
    }

    @Override
    public Optional<InvoiceView> findInvoice(OrgId org, String invoiceId) {
        return invoices.find(org, invoiceId).map(CrmRecords::view);
    }

    @Override
    public List<InvoiceView> listInvoicesOfProject(OrgId org, String projectId) {
        return projects
                .find(org, projectId)
                .map(project -> invoices.listOfProjects(org, List.of(project.id())))
                .orElse(List.of())
                .stream()
                .map(CrmRecords::view)
                .toList();
    }

    @Override
    public Optional<ClientView> findClient(OrgId org, String clientId) {
        return clients.find(org, clientId).map(CrmRecords::view);
    }

    Optional<RecordHeading> heading(OrgId org, RecordRef ref) {
        return switch (ref.object()) {
            case RecordRef.PROJECT ->
                projects.find(org, ref.id())
                        .map(project -> new RecordHeading(project.name(), "/project/" + project.id()));
            case RecordRef.CLIENT ->
                clients.find(org, ref.id()).map(client -> new RecordHeading(client.name(), "/client/" + client.id()));
            case RecordRef.INVOICE ->
                invoices.find(org, ref.id())
                        .map(invoice -> new RecordHeading(invoice.name(), "/invoice/" + invoice.id()));
            default -> Optional.empty();
        };
    }

    private OrgView view(Organisation org) {
        return new OrgView(
                org.id(),
                org.name(),
                org.currency(),
                org.locale(),
                org.zone(),
                org.phone(),
                org.email(),
                people.listNames(org.id(), Role.ADMIN));
    }

    private static ProjectView view(Project project) {
        return new ProjectView(
                project.id().toString(),
                project.name(),
                project.clientId().toString(),
                project.stage().code(),
                project.currency(),
                project.contractTotal());
    }

    private static InvoiceView view(Invoice invoice) {
        return new InvoiceView(
                invoice.id().toString(),
                invoice.name(),
                invoice.clientId().toString(),
                invoice.projectId().map(UUID::toString),
                invoice.state().code(),
                invoice.total(),
                invoice.dueOn());
    }

    private static ClientView view(Client client) {
        return new ClientView(client.id().toString(), client.name(), client.email(), client.phone(), client.locale());
    }
}
