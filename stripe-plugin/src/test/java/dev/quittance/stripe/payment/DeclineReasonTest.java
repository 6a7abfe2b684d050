package dev.quittance.stripe.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeclineReasonTest {
    @ParameterizedTest
    @CsvSource({
        "insufficient_funds, NOT_ENOUGH",
        "expired_card, CARD_EXPIRED",
        "incorrect_cvc, DETAILS_WRONG",
        "payment_intent_authentication_failure, NOT_CONFIRMED",
        "card_not_supported, CARD_UNSUITABLE",
        "processing_error, TEMPORARY",
        "generic_decline, NO_REASON",
        "something_new, NO_REASON"
    })
    void a_code_has_a_reason_in_plain_words(String code, DeclineReason reason) {
        assertThat(DeclineReason.of(code)).isEqualTo(reason);
        assertThat(reason.forCustomer().fallback()).isNotBlank();
        assertThat(reason.forStaff().fallback()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fraudulent", "lost_card", "stolen_card", "pickup_card", "merchant_blacklist"})
    void what_must_not_be_revealed_reads_like_no_reason(String code) {
        assertThat(DeclineReason.of(code).forCustomer())
                .isEqualTo(DeclineReason.of("generic_decline").forCustomer());
    }
}
