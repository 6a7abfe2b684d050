package dev.quittance.crm.screen;

import dev.quittance.crm.record.Project;
import dev.quittance.crm.record.Stage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be done with a project, and how far it has come.
 *
 * @param path the project's page
 * @param version as it was read
 * @param steps all stages in their order
 * @param next the stage that one button leads to; empty after the last, and for whoever may not change anything
 * @param editable whether the reader may change the project
 * @param closed whether it has ended
 * @param activity what was done with it
 */
public record ProjectDesk(
        String path,
        long version,
        List<Step> steps,
        Optional<String> next,
        boolean editable,
        boolean closed,
        List<ActivityRow> activity) {
    /** Copies the lists. */
    public ProjectDesk {
        steps = List.copyOf(steps);
        activity = List.copyOf(activity);
    }

    /**
     * A stage on the path.
     *
     * @param label its words
     * @param state {@code done}, {@code now} or {@code ahead}
     */
    public record Step(String label, String state) {}

    static ProjectDesk of(Project project, long version, boolean editable, List<ActivityRow> activity) {
        Stage now = project.stage();
        List<Step> steps = Stream.of(Stage.values())
                .map(stage -> new Step(stage.label(), state(stage.compareTo(now))))
                .toList();
        return new ProjectDesk(
                "/project/" + project.id(),
                version,
                steps,
                editable ? now.next().map(ProjectDesk::verb) : Optional.empty(),
                editable,
                now == Stage.CLOSED,
                activity);
    }

    private static String state(int compared) {
        return compared < 0 ? "done" : compared == 0 ? "now" : "ahead";
    }

    private static String verb(Stage to) {
        return switch (to) {
            case LEAD -> "Back to lead";
            case SIGNED -> "Mark as signed";
            case IN_PROGRESS -> "Start work";
            case COMPLETE -> "Mark as complete";
            case CLOSED -> "Close";
        };
    }
}
