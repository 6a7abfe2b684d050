package dev.quittance.trials.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ArchitectureTest {
    private static final String ROOT = "dev.quittance";
    private static final String[] HOSTS = {"dev.quittance.platform..", "dev.quittance.crm..", "dev.quittance.emulator.."
    };
    /** Where time, chance and threads come from: the composition roots and the adapters to the world. */
    private static final String[] GIVERS = {
        "dev.quittance.platform",
        "dev.quittance.platform.service..",
        "dev.quittance.platform.jobs..",
        "dev.quittance.platform.jetty..",
        "dev.quittance.platform.extension..",
        "dev.quittance.platform.lifecycle..",
        "dev.quittance.crm.sandbox..",
        "dev.quittance.crm.demo..",
        "dev.quittance.emulator",
        "dev.quittance.emulator.http..",
        "dev.quittance.trials",
        "dev.quittance.trials.bench.."
    };

    private final JavaClasses all = Modules.classes();

    @Test
    void the_api_knows_the_jdk_pf4j_jakarta_rest_and_jspecify() {
        Dependencies.apiStandsAlone(ROOT).check(all);
    }

    @Test
    void every_module_knows_only_what_it_may() {
        Dependencies.knowsOnly(ROOT, "api").check(all);
        Dependencies.knowsOnly(ROOT, "stripe", "api").check(all);
        Dependencies.knowsOnly(ROOT, "platform", "api").check(all);
        Dependencies.knowsOnly(ROOT, "emulator").check(all);
        Dependencies.knowsOnly(ROOT, "crm", "api", "platform").check(all);
        Dependencies.knowsOnly(ROOT, "trials", "api", "platform", "emulator").check(all);
    }

    @Test
    void stripes_library_is_for_the_gateway_alone() {
        Dependencies.stripeLibraryOnlyInTheGateway(ROOT).check(all);
    }

    @Test
    void the_demo_uses_no_class_of_host_plugin_or_local_stripe() {
        Dependencies.demoIsAStranger(ROOT).check(all);
    }

    @Test
    void no_feature_of_the_plugin_uses_one_on_a_higher_floor() {
        Dependencies.floors(ROOT).forEach(rule -> rule.check(all));
    }

    @Test
    void features_depend_on_each_other_in_one_direction() {
        for (String module : new String[] {"stripe", "platform", "crm", "emulator"}) {
            Dependencies.noCycles(ROOT, module).check(all);
        }
    }

    @Test
    void time_chance_and_threads_are_given() {
        Habits.timeAndChanceAreGiven("dev.quittance..", GIVERS).check(all);
    }

    @Test
    void no_floating_point_comes_near_money() {
        Habits.noFloatingPoint("dev.quittance.api..", "dev.quittance.stripe..").check(all);
        Habits.noFloatingPoint("dev.quittance.emulator..").check(all);
    }

    @Test
    void types_are_final_and_nothing_static_changes() {
        Habits.typesAreFinal("dev.quittance.api..").check(all);
        Habits.typesAreFinal("dev.quittance.trials..").check(all);
        Habits.noStaticState("dev.quittance.api..").check(all);
        Habits.noStaticState("dev.quittance.trials..").check(all);
        for (String host : HOSTS) {
            Habits.typesAreFinal(host).check(all);
            Habits.noStaticState(host).check(all);
        }
        JavaClasses written = all.that(new Written());
        Habits.typesAreFinal("dev.quittance.stripe..").check(written);
        Habits.noStaticState("dev.quittance.stripe..").check(written);
    }

    @Test
    void standard_output_belongs_to_commands() {
        Habits.noStandardOutput(
                        "dev.quittance..",
                        "dev.quittance.crm.sandbox..",
                        "dev.quittance.crm.demo..",
                        "dev.quittance.emulator",
                        "dev.quittance.emulator.http..",
                        "dev.quittance.trials..")
                .check(all);
    }

    @Test
    void old_dates_are_not_used() {
        // Jakarta Mail takes the date of a mail in no other form.
        Habits.noOldDates("dev.quittance..", "dev.quittance.platform.service.SmtpMail")
                .check(all);
    }

    @Test
    void what_is_called_a_reading_changes_nothing() {
        Habits.readingsDoNotChange("dev.quittance..").check(all);
    }

    @Test
    void names_say_something() {
        Habits.namesSaySomething("dev.quittance..").check(all);
    }

    @Test
    void generated_rows_stay_behind_the_repositories() {
        Habits.rowsStayInside("dev.quittance.stripe..", "dev.quittance.stripe.storage.jooq..")
                .check(all);
    }
}
