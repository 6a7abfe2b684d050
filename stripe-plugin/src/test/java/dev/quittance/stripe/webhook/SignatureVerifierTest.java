package dev.quittance.stripe.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureVerifierTest {
    private static final byte[] BODY =
            "{\"id\":\"evt_1\",\"type\":\"charge.updated\"}".getBytes(StandardCharsets.UTF_8);
    private static final List<String> SECRETS = List.of(Signed.SECRET);
    private static final int MUTATIONS = 5_000;

    private final SignatureVerifier verifier = new SignatureVerifier();

    @Test
    void a_true_signature_is_authentic() {
        assertThat(authentic(Signed.header(BODY))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"-300, true", "-301, false", "-86400, false", "0, true", "60, true", "61, false", "315360000, false"})
    void a_signature_counts_for_five_minutes_and_not_from_the_future(long seconds, boolean expected) {
        Instant at = Signed.NOW.plusSeconds(seconds);

        assertThat(authentic(Signed.header(BODY, Signed.SECRET, at))).isEqualTo(expected);
    }

    @Test
    void another_secret_another_body_and_another_time_are_forged() {
        String other = Signed.header(BODY, "whsec_of_somebody_else", Signed.NOW);
        String moved = Signed.header(BODY)
                .replace("t=" + Signed.NOW.getEpochSecond(), "t=" + (Signed.NOW.getEpochSecond() + 1));
        byte[] oneMore = Arrays.copyOf(BODY, BODY.length + 1);
        oneMore[BODY.length] = ' ';

        assertThat(authentic(other)).isFalse();
        assertThat(authentic(moved)).isFalse();
        assertThat(verifier.isAuthentic(Signed.header(BODY), oneMore, SECRETS, Signed.NOW))
                .isFalse();
        assertThat(verifier.isAuthentic(Signed.header(BODY), BODY, List.of(), Signed.NOW))
                .isFalse();
    }

    @Test
    void only_the_first_scheme_counts() {
        String signature = Signed.signature(BODY, Signed.SECRET, Signed.NOW);
        String time = "t=" + Signed.NOW.getEpochSecond();

        assertThat(authentic(time + ",v0=" + signature)).isFalse();
        assertThat(authentic(time + ",v2=" + signature)).isFalse();
        assertThat(authentic(time + ",v0=" + "0".repeat(64) + ",v1=" + signature))
                .isTrue();
    }

    @Test
    void either_of_two_secrets_and_either_of_two_signatures_will_do() {
        String old = "whsec_before_it_was_rolled";
        String both = Signed.header(BODY, old, Signed.NOW) + ",v1=" + Signed.signature(BODY, Signed.SECRET, Signed.NOW);

        assertThat(authentic(both)).isTrue();
        assertThat(verifier.isAuthentic(both, BODY, List.of(old), Signed.NOW)).isTrue();
        assertThat(verifier.isAuthentic(
                        Signed.header(BODY, old, Signed.NOW), BODY, List.of(Signed.SECRET, old), Signed.NOW))
                .isTrue();
        assertThat(verifier.isAuthentic(both, BODY, List.of("whsec_third"), Signed.NOW))
                .isFalse();
    }

    static Stream<String> malformed() {
        String time = "t=" + Signed.NOW.getEpochSecond();
        String signature = "v1=" + Signed.signature(BODY, Signed.SECRET, Signed.NOW);
        return Stream.of(
                "",
                ",",
                "=",
                "t",
                "t=",
                "t=,v1=",
                "t=abc," + signature,
                "t=-1," + signature,
                "t=99999999999999999999999," + signature,
                "t=١٢٣," + signature,
                signature,
                time,
                time + ",v1",
                time + ",v1=",
                time + ",v1=zz",
                time + "," + signature.toUpperCase(Locale.ROOT),
                time + ",v1=" + signature.substring(3).toUpperCase(Locale.ROOT),
                time + "," + signature + "00",
                time + "," + signature.substring(0, signature.length() - 2),
                time + "," + time + "," + signature,
                time + ";" + signature,
                time + "," + signature + ",,",
                "\u0000" + time + "," + signature,
                time + "," + signature + " ".repeat(4096),
                time + ",v1=".repeat(9) + signature,
                time + ("," + signature).repeat(9),
                time + ",v1=".repeat(200_000));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_malformed_header_is_refused_without_an_exception(String header) {
        assertThat(authentic(header)).isFalse();
    }

    @Test
    void eight_signatures_are_looked_at() {
        String header = "t=" + Signed.NOW.getEpochSecond() + (",v1=" + "0".repeat(64)).repeat(7) + ",v1="
                + Signed.signature(BODY, Signed.SECRET, Signed.NOW);

        assertThat(authentic(header)).isTrue();
    }

    @Test
    void no_mutation_of_header_or_body_is_authentic() {
        Random random = new Random(1);
        String genuine = Signed.header(BODY);
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] header = genuine.getBytes(StandardCharsets.ISO_8859_1);
            byte[] body = BODY.clone();
            byte[] target = random.nextBoolean() ? header : body;
            int at = random.nextInt(target.length);
            target[at] = (byte) (target[at] ^ (1 << random.nextInt(8)));
            String mutated = new String(header, StandardCharsets.ISO_8859_1);
            refused += verifier.isAuthentic(mutated, body, SECRETS, Signed.NOW.plus(Duration.ofSeconds(1))) ? 0 : 1;
        }

        assertThat(refused).isEqualTo(MUTATIONS);
    }

    private boolean authentic(String header) {
        return verifier.isAuthentic(header, BODY, SECRETS, Signed.NOW);
    }
}
