package dev.quittance.trials.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A rule that cannot fail is no rule: each is turned on a class that breaks it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RulesBreakTest {
    private static final String ROOT = "dev.quittance.trials.architecture.fixture";
    private static final String HABIT = ROOT + ".habit..";

    private final JavaClasses fixtures = Modules.fixtures();

    @Test
    void a_library_type_in_the_api_is_found() {
        breaks(Dependencies.apiStandsAlone(ROOT), "LeakyApi");
    }

    @Test
    void a_plugin_that_knows_its_host_is_found() {
        breaks(Dependencies.knowsOnly(ROOT, "stripe", "api"), "KnowsTheHost");
    }

    @Test
    void stripes_library_outside_the_gateway_is_found() {
        breaks(Dependencies.stripeLibraryOnlyInTheGateway(ROOT), "UsesHigherFloor");
    }

    @Test
    void a_demo_with_inside_knowledge_is_found() {
        breaks(Dependencies.demoIsAStranger(ROOT), "Insider");
    }

    @Test
    void a_use_of_a_higher_floor_is_found() {
        breaks(Dependencies.floors(ROOT).get(2), "UsesHigherFloor");
    }

    @Test
    void a_cycle_between_features_is_found() {
        breaks(Dependencies.noCycles(ROOT, "stripe"), "OtherWay");
    }

    @Test
    void time_that_is_taken_is_found() {
        breaks(Habits.timeAndChanceAreGiven(HABIT), "TakesTime");
    }

    @Test
    void a_double_is_found() {
        breaks(Habits.noFloatingPoint(HABIT), "HalfCents");
    }

    @Test
    void an_open_class_and_a_changing_static_are_found() {
        breaks(Habits.typesAreFinal(HABIT), "Extensible");
        breaks(Habits.noStaticState(HABIT), "Extensible");
    }

    @Test
    void a_line_on_standard_output_is_found() {
        breaks(Habits.noStandardOutput(HABIT), "Extensible");
    }

    @Test
    void an_old_date_is_found() {
        breaks(Habits.noOldDates(HABIT), "OldDate");
    }

    @Test
    void a_reading_that_changes_is_found() {
        breaks(Habits.readingsDoNotChange(HABIT), "ReadsAndChanges");
    }

    @Test
    void an_empty_name_is_found() {
        breaks(Habits.namesSaySomething(HABIT), "OrderManager");
    }

    @Test
    void a_generated_row_in_a_public_signature_is_found() {
        breaks(Habits.rowsStayInside(HABIT, ROOT + ".habit.jooq.."), "ShowsRow");
    }

    @Test
    void a_method_a_file_and_a_signature_that_are_too_large_are_found() {
        StringBuilder source =
                new StringBuilder("final class Long {\n  void method(int a, int b, int c, int d, int e, int f) {\n");
        source.append("    int x = 0;\n".repeat(1))
                .append("    x++;\n".repeat(450))
                .append("  }\n}\n");

        assertThat(SourceShape.faults(Map.of("Long.java", source.toString())))
                .anyMatch(fault -> fault.contains("lines in a file"))
                .anyMatch(fault -> fault.contains("lines in a method"))
                .anyMatch(fault -> fault.contains("parameters"));
    }

    private void breaks(ArchRule rule, String culprit) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> rule.check(fixtures))
                .withMessageContaining(culprit);
    }
}
