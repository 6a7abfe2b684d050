package dev.quittance.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PublicApiTest {
    private static final Path PINNED = Path.of("../docs/api/plugin-api.txt");
    private static final PublicApi API = new PublicApi(Path.of("target/classes"));

    @Test
    void the_api_is_exactly_what_is_pinned() throws IOException {
        Path now = Path.of("target/plugin-api.txt");
        Files.write(now, API.lines());

        assertThat(Files.readAllLines(now))
                .as(
                        "the API changed: if that is meant, copy plugin-api/target/plugin-api.txt to docs/api/ and say why in the CHANGELOG")
                .isEqualTo(Files.readAllLines(PINNED));
    }

    @Test
    void a_change_of_the_api_would_be_seen() {
        List<String> lines = API.lines();

        assertThat(lines)
                .anyMatch(line -> line.contains("record dev.quittance.api.money.Money"))
                .contains("  public abstract java.time.Clock clock()")
                .hasSizeGreaterThan(300);
    }

    @Test
    void signatures_hold_nothing_but_the_jdk_pf4j_jakarta_rest_and_the_api_itself() {
        List<String> strangers = new ArrayList<>();
        for (Class<?> type : API.types()) {
            for (Method method : type.getDeclaredMethods()) {
                Stream.concat(
                                Stream.of(method.getGenericReturnType()),
                                Arrays.stream(method.getGenericParameterTypes()))
                        .map(Type::getTypeName)
                        .filter(name -> Stream.of("com.", "io.", "net.", "org.jooq", "org.slf4j", "org.flywaydb")
                                .anyMatch(name::startsWith))
                        .forEach(name -> strangers.add(type.getName() + "." + method.getName() + ": " + name));
            }
        }

        assertThat(strangers).isEmpty();
    }

    @Test
    void every_interface_says_who_implements_it() throws IOException {
        for (Class<?> type : API.types()) {
            if (type.isInterface() && !type.isAnnotation() && !type.isSealed()) {
                String source = Files.readString(
                        Path.of("src/main/java/" + type.getName().replace('.', '/') + ".java"));
                assertThat(source).as(type.getName()).containsPattern("@ImplementedBy(Host|Plugin)\n");
            }
        }
    }
}
