package dev.quittance.crm.demo;

import dev.quittance.crm.demo.browse.Browser;
import dev.quittance.crm.demo.browse.WebForm;
import dev.quittance.crm.demo.browse.WebPage;
import java.io.IOException;
import java.net.URI;

/** The customer: opens the link from the mail and pays by card. Another browser than the office's. */
final class Payer {
    private static final String NAME = "Dana Ruiz";
    private static final String EMAIL = "dana.ruiz@example.com";

    private final Browser browser = new Browser();

    WebPage open(URI link) throws IOException, DemoFailure {
        WebPage page = browser.open(link);
        if (page.findFormBy("form[method=post]").isEmpty()) {
            throw new DemoFailure(
                    "the link was answered " + page.status() + " without a Pay button: " + page.heading());
        }
        return page;
    }

    /** Clicks Pay; the hosted page. */
    WebPage clickPay(WebPage payPage) throws IOException, DemoFailure {
        WebForm pay =
                payPage.findFormBy("form[method=post]").orElseThrow(() -> new DemoFailure("there is no Pay button"));
        WebPage hosted = browser.submit(pay);
        if (hosted.findForm("cardNumber").isEmpty()) {
            throw new DemoFailure("Pay led to no card form but to " + hosted.status() + ": " + hosted.heading() + " "
                    + hosted.alerts());
        }
        return hosted;
    }

    /** Pays; where the hosted page leads back to. */
    WebPage payBy(String card, WebPage hosted) throws IOException, DemoFailure {
        WebForm form = hosted.findForm("cardNumber").orElseThrow(() -> new DemoFailure("there is no card form"));
        WebPage answer = browser.submitOnly(form.with("email", EMAIL)
                .with("cardNumber", card)
                .with("cardExpiry", "12 / 34")
                .with("cardCvc", "123")
                .with("billingName", NAME));
        while (answer.leadsTo().filter(next -> sameHost(next, hosted)).isPresent()) {
            answer = browser.open(answer.leadsTo().get());
        }
        if (answer.findForm("outcome").isPresent()) {
            answer = browser.submitOnly(answer.findForm("outcome").get().with("outcome", "complete"));
        }
        if (answer.leadsTo().isEmpty()) {
            throw new DemoFailure("the card was not accepted: " + answer.alerts());
        }
        return answer;
    }

    /** Goes where the hosted page led. */
    WebPage goBack(WebPage answer) throws IOException {
        return browser.follow(answer);
    }

    private static boolean sameHost(URI next, WebPage hosted) {
        return next.getAuthority().equals(hosted.address().getAuthority());
    }
}
