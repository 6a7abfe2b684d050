package dev.quittance.crm.screen;

import dev.quittance.crm.identity.Organisation;
import dev.quittance.crm.record.Project;
import dev.quittance.crm.record.Stage;

/**
 * A project in a table, its values as people read them.
 *
 * @param href its page
 * @param name what people call it
 * @param clientHref its client's page
 * @param client its client's name
 * @param stage where it stands
 * @param stageStyle the look of the stage
 * @param contractTotal formatted; a dash where there is none
 * @param since the date it was entered
 */
public record ProjectRow(
        String href,
        String name,
        String clientHref,
        String client,
        String stage,
        String stageStyle,
        String contractTotal,
        String since) {
    static ProjectRow of(Project project, Organisation reader) {
        return new ProjectRow(
                "/project/" + project.id(),
                project.name(),
                "/client/" + project.clientId(),
                project.clientName(),
                project.stage().label(),
                style(project.stage()),
                project.contractTotal()
                        .map(total -> Formats.money(total, reader))
                        .orElse("–"),
                Formats.date(project.createdAt(), reader));
    }

    static String style(Stage stage) {
        return switch (stage) {
            case LEAD -> "bg-azure-lt";
            case SIGNED -> "bg-purple-lt";
            case IN_PROGRESS -> "bg-yellow-lt";
            case COMPLETE -> "bg-green-lt";
            case CLOSED -> "bg-secondary-lt";
        };
    }
}
