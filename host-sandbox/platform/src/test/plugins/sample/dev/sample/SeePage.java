package dev.sample;

import dev.quittance.api.identity.OrgId;
import dev.quittance.api.money.Money;
import dev.quittance.api.screen.*;
import dev.quittance.api.ui.*;
import java.net.URI;
import java.time.Duration;
import java.util.*;
import java.util.concurrent.locks.LockSupport;
import org.pf4j.Extension;

@Extension
public final class SeePage implements PublicPage {
    private final Notes notes;

    SeePage(Notes notes) { this.notes = notes; }

    @Override public String prefix() { return "see"; }

    @Override
    public Optional<Page> page(PublicCall call) {
        String token = call.path().isEmpty() ? "" : call.path().get(0);
        if (token.equals("boom")) {
            throw new IllegalStateException("detail");
        }
        if (token.equals("wait")) {
            notes.context().database();
            while (!Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(50_000_000L);
            }
            return Optional.empty();
        }
        if (token.equals("tok-nap")) {
            LockSupport.parkNanos(300_000_000L);
        }
        if (!token.startsWith("tok")) {
            return Optional.empty();
        }
        if (call.path().size() > 1 && call.path().get(1).equals("done")) {
            return Optional.of(Page.of(Text.plain("We are confirming"), Block.paragraph(Text.plain("Do not pay again."))).refreshedAfter(Duration.ofSeconds(5)).of(new OrgId("o")));
        }
        return Optional.of(Page.of(Text.plain("Pay <now>"), new Block.Amount(Money.of(600000, "EUR"), Text.plain("Deposit")),
                Block.button(Text.plain("Elsewhere"), Target.address(URI.create("https://evil.test/"))), Block.ask(form())).of(new OrgId("o")));
    }

    private static Form form() {
        return new Form("pay", Text.plain(""), List.of(), List.of(Field.money("tip", Text.plain("Tip"), "EUR")), Text.plain("Pay €6,000.00"));
    }

    @Override
    public ActionResult submit(PublicCall call, Submission submission) {
        String token = call.path().get(0);
        notes.put(submission.key(), "o", "public:" + submission.values().value("tip"));
        return switch (token) {
            case "tok-again" -> ActionResult.again(form().withNotice(new Notice(Tone.WARNING, Text.plain("You have not been charged. Try again."))));
            case "tok-done" -> ActionResult.done(Text.plain("Thanks"));
            case "tok-refuse" -> ActionResult.refused(new dev.quittance.api.ErrorCode("closed_now", dev.quittance.api.ErrorType.USER), Text.plain("It is closed."));
            default -> ActionResult.leave(URI.create("https://pay.sample.test/c/pay/cs_1"));
        };
    }
}
