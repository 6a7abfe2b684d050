package dev.quittance.crm.demo.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class WebPageTest {
    private static final URI AT = URI.create("http://localhost:8080/project/1?x=y");

    @Test
    void a_form_is_read_with_what_stands_in_it() {
        WebPage page = page("<form action='/pay' method=post><input type=hidden name=_token value='t+1'>"
                + "<input name=amount value='6,000.00'><input type=checkbox name=off value=true>"
                + "<input type=checkbox name=on value=true checked><input type=radio name=type value=deposit checked>"
                + "<input type=radio name=type value=final><textarea name=note>a &amp; b</textarea>"
                + "<input name=gone disabled value=1><button name=go value=1>Go</button></form>");

        WebForm form = page.findForm("amount").orElseThrow();

        assertThat(form.action()).isEqualTo(URI.create("http://localhost:8080/pay"));
        assertThat(form.values())
                .containsEntry("_token", "t+1")
                .containsEntry("amount", "6,000.00")
                .containsEntry("on", "true")
                .containsEntry("type", "deposit")
                .containsEntry("note", "a & b")
                .doesNotContainKeys("off", "gone", "go");
    }

    @Test
    void answers_replace_what_stood_there_and_are_encoded() {
        WebForm form = page("<form><input name=a value=1><input name=b value=2></form>")
                .findForm("a")
                .orElseThrow()
                .with("a", "ü & =")
                .with("c", "3");

        assertThat(form.encoded()).isEqualTo("a=%C3%BC+%26+%3D&b=2&c=3");
        assertThat(form.action()).isEqualTo(AT);
        assertThat(form.origin()).isEqualTo("http://localhost:8080");
        assertThat(form.toString()).doesNotContain("ü");
    }

    @Test
    void links_are_found_by_their_words_and_lead_from_where_they_stand() {
        WebPage page = page("<a href='actions/x'>Request payment</a><a>Request Payment</a>");

        assertThat(page.findLink("Request Payment")).contains(URI.create("http://localhost:8080/project/actions/x"));
        assertThat(page.findLink("Refund")).isEmpty();
    }

    @Test
    void only_a_redirect_leads_on() {
        assertThat(new WebPage(AT, 303, Optional.of("/done"), "").leadsTo())
                .contains(URI.create("http://localhost:8080/done"));
        assertThat(new WebPage(AT, 200, Optional.of("/done"), "").leadsTo()).isEmpty();
        assertThat(new WebPage(AT, 303, Optional.empty(), "").leadsTo()).isEmpty();
    }

    @Test
    void a_page_tells_its_heading_and_its_alerts() {
        WebPage page = page("<title>t</title><h1>Sign in</h1><p role=alert>Wrong.</p>");

        assertThat(page.heading()).isEqualTo("Sign in");
        assertThat(page.alerts()).isEqualTo("Wrong.");
        assertThat(page("<title>t</title>").heading()).isEqualTo("t");
    }

    private static WebPage page(String html) {
        return new WebPage(AT, 200, Optional.empty(), html);
    }
}
