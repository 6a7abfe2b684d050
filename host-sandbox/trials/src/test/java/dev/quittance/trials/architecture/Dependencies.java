package dev.quittance.trials.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who may know whom. Every rule takes the root package, so that it can be turned on a fixture. */
final class Dependencies {
    /** The features of the plugin, floor by floor, the lowest first. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("storage", "audit", "gateway", "installation", "operation"),
            List.of("connection", "ledger", "letter", "outbox", "webhook"),
            List.of("hold", "request", "payment", "document", "method", "client"),
            List.of("checkout", "refund", "dispute", "payout", "receipt", "notice", "settlement", "watch"),
            List.of("sweep", "health", "follow", "rest", "report", "autopay", "agreement", "reminder"));

    private Dependencies() {}

    /** The API knows the JDK, PF4J, Jakarta REST and jspecify. */
    static ArchRule apiStandsAlone(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".api..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        root + ".api..", "java..", "javax.sql..", "org.pf4j..", "jakarta.ws.rs..", "org.jspecify..");
    }

    /** Of what is ours, a module knows only what it is allowed to. */
    static ArchRule knowsOnly(String root, String module, String... allowed) {
        String own = root + "." + module + "..";
        List<String> known = new ArrayList<>(List.of(own));
        Arrays.stream(allowed).map(name -> root + "." + name + "..").forEach(known::add);
        return noClasses()
                .that()
                .resideInAPackage(own)
                .should()
                .dependOnClassesThat(oursBut(root, known))
                .as(module + " knows only " + Arrays.toString(allowed))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> oursBut(String root, List<String> known) {
        DescribedPredicate<JavaClass> ours = JavaClass.Predicates.resideInAPackage(root + "..");
        DescribedPredicate<JavaClass> allowed = JavaClass.Predicates.resideInAnyPackage(known.toArray(new String[0]));
        return ours.and(DescribedPredicate.not(allowed)).as("is ours but not allowed");
    }

    /** Stripe's library is for the gateway, and for contract checks. */
    static ArchRule stripeLibraryOnlyInTheGateway(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackages(root + ".stripe.gateway..", root + ".trials.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.stripe..");
    }

    /** The demo walks as a person does: it uses no class of host, plugin or local Stripe. */
    static ArchRule demoIsAStranger(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".crm.demo..")
                .should()
                .dependOnClassesThat(oursBut(root, List.of(root + ".crm.demo..")))
                .as("demo uses no class of host, plugin or local Stripe")
                .allowEmptyShould(true);
    }

    /** No feature of the plugin uses one on a higher floor. */
    static List<ArchRule> floors(String root) {
        List<ArchRule> rules = new ArrayList<>();
        for (int floor = 0; floor < FLOORS.size() - 1; floor++) {
            String[] here = packages(root, FLOORS.get(floor));
            List<String> above = new ArrayList<>();
            FLOORS.subList(floor + 1, FLOORS.size()).forEach(names -> above.addAll(List.of(packages(root, names))));
            rules.add(noClasses()
                    .that()
                    .resideInAnyPackage(here)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(above.toArray(new String[0]))
                    .as("floor " + floor + " uses nothing above it")
                    .allowEmptyShould(true));
        }
        return rules;
    }

    /** On one floor, and between packages of any module, dependencies have one direction. */
    static ArchRule noCycles(String root, String module) {
        return SlicesRuleDefinition.slices()
                .matching(root + "." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private static String[] packages(String root, List<String> names) {
        return names.stream().map(name -> root + ".stripe." + name + "..").toArray(String[]::new);
    }
}
