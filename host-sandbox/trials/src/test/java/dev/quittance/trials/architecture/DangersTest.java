package dev.quittance.trials.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What has opened other programs to attack does not stand in our sources, and the search for it finds it where it does. */
final class DangersTest {
    private static final Map<String, Pattern> DANGERS = Map.of(
            "Java objects are read from bytes",
            Pattern.compile("\\b(ObjectInputStream|XMLDecoder|readUnshared|DEFAULT_JAVA_SERIALIZER)\\b"),
            "XML is read",
            Pattern.compile("\\b(DocumentBuilderFactory|SAXParserFactory|XMLInputFactory|XMLReaderFactory"
                    + "|TransformerFactory|SchemaFactory|Unmarshaller|XPathFactory)\\b"),
            "TLS is not checked",
            Pattern.compile("\\b(X509TrustManager|X509ExtendedTrustManager|TrustManager|HostnameVerifier|SSLContext"
                    + "|setEndpointIdentificationAlgorithm)\\b|ssl\\.trust\\b|disableHostnameVerification"
                    + "|checkserveridentity\",\\s*\"false\""),
            "redirects are followed",
            Pattern.compile("Redirect\\.(ALWAYS|NORMAL)|setFollowRedirects\\(true"),
            "types are taken from JSON",
            Pattern.compile("\\b(enableDefaultTyping|activateDefaultTyping|JsonTypeInfo\\.Id\\.CLASS)\\b"),
            "scripts or programs are run",
            Pattern.compile("\\b(ScriptEngine|Runtime\\.getRuntime\\(\\)\\.exec|ExpressionFactory)\\b"),
            "templates print what is not escaped",
            Pattern.compile("\\$unsafe\\{(?!(?:part|list|panel|row|page|fragment|link\\.code)\\b)[^}]*"));

    @Test
    void nothing_dangerous_stands_in_the_sources() throws IOException {
        Map<String, String> sources = texts();

        assertThat(sources).hasSizeGreaterThan(300);
        assertThat(sources.keySet()).anyMatch(name -> name.endsWith(".jte"));
        assertThat(found(sources)).isEmpty();
    }

    @Test
    void each_danger_is_found_where_it_stands() {
        Map<String, String> planted = Map.of(
                "A.java", "new ObjectInputStream(in).readObject();",
                "B.java", "DocumentBuilderFactory.newInstance()",
                "C.java", "new X509TrustManager() {}",
                "D.java", "followRedirects(HttpClient.Redirect.ALWAYS)",
                "E.java", "mapper.activateDefaultTyping(all)",
                "F.java", "new ScriptEngineManager().getEngineByName(\"js\"); ScriptEngine e;",
                "g.jte", "$unsafe{text}");

        assertThat(found(planted)).hasSameSizeAs(planted.keySet());
    }

    @Test
    void no_statement_is_put_together_from_values() throws IOException {
        Map<String, String> java = new LinkedHashMap<>();
        for (Path source : Modules.sources(false)) {
            java.put(name(source), Files.readString(source));
        }
        java.keySet().removeIf(name -> name.contains("/trials/"));

        assertThat(java).hasSizeGreaterThan(300);
        assertThat(SqlTexts.faults(java)).isEmpty();
    }

    @Test
    void a_statement_put_together_from_values_is_found() {
        String source =
                "final class A { String a(String id, String schema) { return \"select x from \" + schema + \".t where id = '\" + id + \"'\"; }"
                        + " String b(String schema) { return \"delete from \" + schema + \".t where id = ?\"; } }";

        assertThat(SqlTexts.faults(Map.of("A.java", source)))
                .hasSize(1)
                .first()
                .asString()
                .contains("id in select");
    }

    private static List<String> found(Map<String, String> sources) {
        List<String> found = new ArrayList<>();
        sources.forEach((file, text) -> DANGERS.forEach((what, pattern) -> {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                found.add(file + ": " + what + ": " + matcher.group());
            }
        }));
        return found;
    }

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Path module : Modules.ALL) {
            if (module.endsWith("trials")) {
                continue;
            }
            try (Stream<Path> files = Files.walk(module.resolve("src/main"))) {
                for (Path file : files.filter(DangersTest::isProgram).toList()) {
                    texts.put(name(file), Files.readString(file));
                }
            }
        }
        return texts;
    }

    private static boolean isProgram(Path file) {
        return file.toString().endsWith(".java") || file.toString().endsWith(".jte");
    }

    private static String name(Path file) {
        return Modules.ROOT.relativize(file).toString();
    }
}
