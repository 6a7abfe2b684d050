package dev.quittance.emulator.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.emulator.api.KeptError;
import dev.quittance.emulator.store.Doc;
import dev.quittance.emulator.store.Kind;
import dev.quittance.emulator.store.Turn;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import dev.quittance.emulator.wire.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Small deposits that prove a bank account to be the payer's. An intent, of a payment or a set-up, waits for them; who
 * owns the intent says what happens when the account is verified, or when it never will be.
 */
public final class Microdeposits {
    /** The parameters of the verification. */
    public static final String PARAMS = "amounts.* descriptor_code";

    /** They arrive after so many business days. */
    private static final int ARRIVAL_DAYS = 2;

    private static final Duration TIMEOUT = Duration.ofDays(10);
    private static final int MAX_TRIES = 10;
    private static final String TRIES = "_deposit_tries";

    /** What the payer's entry means. */
    public enum Verdict {
        VERIFIED,
        MISMATCH,
        ATTEMPTS_EXCEEDED,
        TIMEOUT,
        DEPOSIT_FAILED;

        String code(boolean descriptor) {
            return switch (this) {
                case MISMATCH -> PREFIX + (descriptor ? "descriptor_code_mismatch" : "amounts_mismatch");
                case ATTEMPTS_EXCEEDED -> PREFIX + "attempts_exceeded";
                case TIMEOUT -> PREFIX + "timeout";
                default -> "payment_method_microdeposit_failed";
            };
        }

        private static final String PREFIX = "payment_method_microdeposit_verification_";

        String message() {
            return switch (this) {
                case MISMATCH -> "The amounts or the code that were entered are not those of the deposits.";
                case ATTEMPTS_EXCEEDED ->
                    "You have exceeded the number of allowed verification attempts for this bank account.";
                case TIMEOUT -> "Microdeposit verification timed out. The bank account was not verified in time.";
                default -> "Microdeposit transfers failed. Please check the account, institution and transit numbers.";
            };
        }
    }

    /**
     * What was entered: two amounts in cents, or a code.
     *
     * @param text the amounts joined by a plus, or the code
     */
    public record Proof(String text, boolean descriptor) {
        /**
         * Reads the parameters.
         *
         * @throws ApiError 400
         */
        public static Proof read(Form form) {
            List<String> amounts = form.texts("amounts");
            Optional<String> code = form.text("descriptor_code");
            if (amounts.isEmpty() == code.isEmpty()) {
                throw ApiError.refused(null, "You must pass either `amounts` or `descriptor_code`, and not both.");
            }
            if (code.isPresent()) {
                return new Proof(code.get().trim(), true);
            }
            if (amounts.size() != 2 || !amounts.stream().allMatch(a -> a.matches("[0-9]{1,2}"))) {
                throw ApiError.invalid(
                        "payment_method_microdeposit_verification_amounts_invalid",
                        "amounts",
                        "You must provide exactly two microdeposit amounts, in cents.");
            }
            return new Proof(amounts.get(0) + "+" + amounts.get(1), false);
        }
    }

    private Microdeposits() {}

    /** Makes an intent wait for them; not yet put. */
    public static void ask(Turn turn, ObjectNode intent, ObjectNode method) {
        long arrival = BusinessDays.after(turn.now(), ARRIVAL_DAYS).getEpochSecond();
        intent.put("status", "requires_action");
        ObjectNode action = intent.putObject("next_action");
        action.put("type", "verify_with_microdeposits");
        action.putObject("verify_with_microdeposits")
                .put("arrival_date", arrival)
                .put(
                        "hosted_verification_url",
                        turn.origin() + "/c/verify/" + intent.path("id").asText())
                .put("microdeposit_type", "amounts");
        intent.put(TRIES, 0);
        boolean sent = Cards.bank(method) != TestBank.DEPOSITS_FAIL;
        intent.put(Doc.DUE_MILLIS, sent ? turn.now().plus(TIMEOUT).toEpochMilli() : Math.multiplyExact(arrival, 1000L));
    }

    /** Whether an intent waits for them. */
    public static boolean isAwaited(ObjectNode intent) {
        return intent.path("status").asText().equals("requires_action")
                && intent.path("next_action").path("type").asText().equals("verify_with_microdeposits");
    }

    /** Judges an entry, and counts it; the intent is not yet put. */
    public static Verdict judge(ObjectNode intent, Proof proof) {
        int tries = intent.path(TRIES).asInt() + 1;
        intent.put(TRIES, tries);
        return switch (proof.text()) {
            case "32+45", "45+32", "SM11AA" -> Verdict.VERIFIED;
            case "10+11", "11+10", "SM33CC" -> Verdict.ATTEMPTS_EXCEEDED;
            case "40+41", "41+40", "SM44DD" -> Verdict.TIMEOUT;
            default -> tries >= MAX_TRIES ? Verdict.ATTEMPTS_EXCEEDED : Verdict.MISMATCH;
        };
    }

    /** What time says of an intent that has waited long enough. */
    public static Verdict overdue(ObjectNode method) {
        return Cards.bank(method) == TestBank.DEPOSITS_FAIL ? Verdict.DEPOSIT_FAILED : Verdict.TIMEOUT;
    }

    /** The account is its owner's. */
    public static void confirmOwner(Turn turn, ObjectNode method) {
        method.put(Cards.VERIFIED, true);
        turn.put(Kind.PAYMENT_METHOD, method);
    }

    /** The account can be verified no more, and so never be used. Returns why, for the intent. */
    public static ObjectNode giveUp(Turn turn, ObjectNode method, Verdict verdict, boolean descriptor) {
        method.put(PaymentMethods.UNUSABLE, true);
        turn.put(Kind.PAYMENT_METHOD, method);
        return PaymentFaults.bank(verdict.code(descriptor), verdict.message(), method);
    }

    /** The answer to a wrong entry, after which the payer may try again. */
    public static KeptError mismatch(Proof proof) {
        ObjectNode error = Json.object();
        error.put("code", Verdict.MISMATCH.code(proof.descriptor()));
        error.put("message", Verdict.MISMATCH.message());
        error.put("param", proof.descriptor() ? "descriptor_code" : "amounts");
        error.put("type", "invalid_request_error");
        return KeptError.refused(error);
    }
}
