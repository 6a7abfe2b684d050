package dev.quittance.trials.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;

/** How code is written here. Every rule takes the packages that it holds for, so that it can be turned on a fixture. */
final class Habits {
    private static final Set<String> TAKEN_NOT_GIVEN = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.UUID.randomUUID",
            "java.lang.Math.random",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.lang.Thread.sleep",
            "java.lang.Thread.<init>",
            "java.util.Timer.<init>");
    private static final Pattern READING = Pattern.compile("(get|find|list)([A-Z].*)?");
    private static final Pattern CHANGING =
            Pattern.compile("(create|cancel|confirm|update|insert|delete|save|store)([A-Z].*)?");
    private static final Pattern OURS = Pattern.compile("dev\\.quittance\\..*");
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Manager|Helper|Util|Utils|Impl|DTO|Dto)");

    private Habits() {}

    /** Time, chance and threads are given, except in these packages, which give them. */
    static ArchRule timeAndChanceAreGiven(String scope, String... roots) {
        return classes()
                .that()
                .resideInAPackage(scope)
                .and()
                .resideOutsideOfPackages(roots)
                .should(new ArchCondition<JavaClass>("take time, chance and threads as given") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                            String target = access.getTargetOwner().getName() + "." + access.getName();
                            if (TAKEN_NOT_GIVEN.contains(target)
                                    || target.startsWith("java.util.concurrent.Executors.")) {
                                events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                            }
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    /** No binary fraction comes near money. */
    static ArchRule noFloatingPoint(String... scope) {
        return classes()
                .that()
                .resideInAnyPackage(scope)
                .should(new ArchCondition<JavaClass>("have no float or double in a field or signature") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getFields().stream()
                                .filter(field -> isFloating(field.getRawType()))
                                .forEach(field ->
                                        events.add(SimpleConditionEvent.violated(type, field.getDescription())));
                        type.getCodeUnits().stream()
                                .filter(unit -> isFloating(unit.getRawReturnType())
                                        || unit.getRawParameterTypes().stream().anyMatch(Habits::isFloating))
                                .forEach(
                                        unit -> events.add(SimpleConditionEvent.violated(type, unit.getDescription())));
                    }
                })
                .allowEmptyShould(true);
    }

    private static boolean isFloating(JavaClass type) {
        return Set.of("float", "double", "java.lang.Float", "java.lang.Double").contains(type.getName());
    }

    /** A class that others could extend by accident does not exist. */
    static ArchRule typesAreFinal(String scope) {
        return classes()
                .that()
                .resideInAPackage(scope)
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .allowEmptyShould(true);
    }

    /** Nothing static changes. */
    static ArchRule noStaticState(String scope) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(scope)
                .and()
                .areStatic()
                .should()
                .beFinal()
                .allowEmptyShould(true);
    }

    /** Standard output belongs to commands. */
    static ArchRule noStandardOutput(String scope, String... commands) {
        return noClasses()
                .that()
                .resideInAPackage(scope)
                .and()
                .resideOutsideOfPackages(commands)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .allowEmptyShould(true);
    }

    /** The old date class, whose zone is a surprise, is not used. */
    static ArchRule noOldDates(String scope, String... exceptions) {
        return noClasses()
                .that()
                .resideInAPackage(scope)
                .and(DescribedPredicate.not(named(exceptions)))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        return new DescribedPredicate<>("are named") {
            @Override
            public boolean test(JavaClass type) {
                return Set.of(names).contains(type.getName());
            }
        };
    }

    /** What is called a reading does not change anything. */
    static ArchRule readingsDoNotChange(String scope) {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(scope)
                .and(new DescribedPredicate<JavaMethod>("are called get, find or list") {
                    @Override
                    public boolean test(JavaMethod method) {
                        return READING.matcher(method.getName()).matches();
                    }
                })
                .should(new ArchCondition<JavaMethod>("call nothing of ours that changes") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        method.getMethodCallsFromSelf().stream()
                                .filter(call -> CHANGING.matcher(call.getName()).matches())
                                .filter(call -> OURS.matcher(
                                                call.getTargetOwner().getName())
                                        .matches())
                                .forEach(call ->
                                        events.add(SimpleConditionEvent.violated(method, call.getDescription())));
                    }
                })
                .allowEmptyShould(true);
    }

    /** Names say something. */
    static ArchRule namesSaySomething(String scope) {
        return classes()
                .that()
                .resideInAPackage(scope)
                .should(new ArchCondition<JavaClass>("have a name and a package that say something") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean emptyPackage = type.getPackageName()
                                .matches(".*\\.(util|utils|common|helper|helpers|impl|dto|manager|misc)(\\..*)?");
                        if (emptyPackage
                                || EMPTY_NAME.matcher(type.getSimpleName()).matches()) {
                            events.add(SimpleConditionEvent.violated(type, type.getName()));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    /** Rows as the code generator makes them stay behind the repositories. */
    static ArchRule rowsStayInside(String scope, String generated) {
        return methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(scope)
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(generated)
                .and()
                .arePublic()
                .should(new ArchCondition<JavaMethod>("show no generated row") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        String prefix = generated.replace("..", "");
                        if (method.getRawReturnType().getName().startsWith(prefix)
                                || method.getRawParameterTypes().stream()
                                        .anyMatch(type -> type.getName().startsWith(prefix))) {
                            events.add(SimpleConditionEvent.violated(method, method.getDescription()));
                        }
                    }
                })
                .allowEmptyShould(true);
    }
}
