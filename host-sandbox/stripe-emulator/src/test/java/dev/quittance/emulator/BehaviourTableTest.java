package dev.quittance.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Each row of what Stripe documents has a test, or says why it has none. */
final class BehaviourTableTest {
    private static final List<String> HEADINGS = List.of(
            "PaymentIntent",
            "SetupIntent",
            "Session",
            "Errors",
            "Idempotency",
            "Declines",
            "Cards",
            "Bank accounts",
            "Micro-deposits",
            "Refund",
            "Dispute");

    private static final String LEFT_OUT = "not emulated: ";
    private static final List<String> ROOMS = List.of("", "http.", "api.");

    private record Row(String heading, String row, String answer) {}

    private static List<Row> rows() throws IOException {
        try (InputStream in = Objects.requireNonNull(BehaviourTableTest.class.getResourceAsStream("/behaviour.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .map(parts -> new Row(parts[0], parts[1], parts[2]))
                    .toList();
        }
    }

    private static boolean isTest(String name) {
        String simple = name.substring(0, name.indexOf('.'));
        String method = name.substring(name.indexOf('.') + 1);
        return ROOMS.stream()
                .anyMatch(
                        room -> tests("dev.quittance.emulator." + room + simple).contains(method));
    }

    private static Set<String> tests(String className) {
        Set<String> names = new HashSet<>();
        try {
            Arrays.stream(Class.forName(className).getDeclaredMethods())
                    .filter(each ->
                            each.isAnnotationPresent(Test.class) || each.isAnnotationPresent(ParameterizedTest.class))
                    .map(Method::getName)
                    .forEach(names::add);
        } catch (ClassNotFoundException e) {
            return Set.of();
        }
        return names;
    }

    @Test
    void every_row_has_a_test_that_there_is_or_a_reason() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Row row : rows()) {
            boolean leftOut = row.answer().startsWith(LEFT_OUT) && row.answer().length() > LEFT_OUT.length() + 20;
            if (!leftOut && !isTest(row.answer())) {
                wrong.add(row.heading() + ", " + row.row() + ": " + row.answer());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_heading_is_there_and_no_row_twice() throws IOException {
        List<Row> rows = rows();

        assertThat(rows).extracting(Row::heading).containsAll(HEADINGS);
        assertThat(rows).extracting(row -> row.heading() + row.row()).doesNotHaveDuplicates();
        assertThat(rows.stream().filter(row -> row.answer().startsWith(LEFT_OUT)))
                .hasSizeLessThan(rows.size() / 6);
    }

    @Test
    void a_test_that_there_is_not_is_noticed() {
        assertThat(isTest("RefundsTest.pending_then_succeeded")).isTrue();
        assertThat(isTest("RefundsTest.pending_for_ever")).isFalse();
        assertThat(isTest("NobodysTest.pending_then_succeeded")).isFalse();
        assertThat(isTest("RefundsTest.equals")).isFalse();
    }
}
