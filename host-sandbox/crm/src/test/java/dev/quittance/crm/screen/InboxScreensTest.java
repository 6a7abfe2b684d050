package dev.quittance.crm.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InboxScreensTest {
    @Test
    void addresses_in_a_text_become_links_without_the_full_stop_after_them() {
        assertThat(InboxScreens.withLinks("Pay: https://a.example/pay/x-Y_1. Or <http://b.example>!"))
                .containsExactly(
                        new LetterPage.Words("Pay: ", false),
                        new LetterPage.Words("https://a.example/pay/x-Y_1", true),
                        new LetterPage.Words(". Or <", false),
                        new LetterPage.Words("http://b.example", true),
                        new LetterPage.Words(">!", false));
    }

    @Test
    void nothing_but_web_addresses_becomes_a_link() {
        assertThat(InboxScreens.withLinks("javascript:alert(1) file:///etc/passwd"))
                .containsExactly(new LetterPage.Words("javascript:alert(1) file:///etc/passwd", false));
    }
}
