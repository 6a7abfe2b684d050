package dev.quittance.stripe.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ErrorCodesTest {
    private static final Path REST = Path.of("src/main/java/dev/quittance/stripe/rest");
    private static final Path REQUEST = Path.of("src/main/java/dev/quittance/stripe/request");
    private static final Path PAGE = Path.of("../docs/api/errors.md");
    private static final Pattern FIELD_PROBLEM = Pattern.compile("new FieldProblem\\(\\s*[^,]+,\\s*\"([a-z_]+)\"");
    private static final Pattern PROBLEM = Pattern.compile("Problems\\.of\\(\\s*\\d+,\\s*\"([a-z_]+)\"");
    private static final Pattern READER_TEXT = Pattern.compile("\"error\\.([a-z_]+)\"");

    @Test
    void every_code_that_a_caller_can_meet_is_on_the_page() throws IOException {
        Set<String> codes =
                new TreeSet<>(Set.of("invalid", "bad_query", "confirmation_needed", "over_left", "sent_already"));
        collect(REST, FIELD_PROBLEM, codes);
        collect(REST, PROBLEM, codes);
        for (String reader : new String[] {"AmountReader.java", "TermsReader.java", "RecipientReader.java"}) {
            add(Files.readString(REQUEST.resolve(reader)), READER_TEXT, codes);
        }
        String page = Files.readString(PAGE);

        assertThat(codes).hasSizeGreaterThan(30);
        assertThat(codes).allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
    }

    private static void collect(Path folder, Pattern pattern, Set<String> codes) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                add(Files.readString(file), pattern, codes);
            }
        }
    }

    private static void add(String source, Pattern pattern, Set<String> codes) {
        Matcher found = pattern.matcher(source);
        while (found.find()) {
            codes.add(found.group(1));
        }
    }
}
