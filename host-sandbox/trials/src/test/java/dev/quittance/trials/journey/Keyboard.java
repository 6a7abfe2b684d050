package dev.quittance.trials.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Reaches everything by the Tab key, as somebody does who has no mouse; fails for what cannot be reached. */
final class Keyboard implements Hands {
    private static final int MAX_STEPS = 120;

    @Override
    public void use(Locator control) {
        reach(control);
        control.page().keyboard().press("Enter");
    }

    @Override
    public void fill(Locator field, String text) {
        reach(field);
        field.page().keyboard().press("ControlOrMeta+a");
        field.page().keyboard().type(text);
    }

    /** The address in the mail's text part. */
    @Override
    public Page openPayLink(Page mail) {
        use(mail.locator("a[href*='/pay/']").first());
        return mail;
    }

    private static void reach(Locator control) {
        control.waitFor();
        for (int i = 0; i < MAX_STEPS; i++) {
            if (Boolean.TRUE.equals(control.evaluate("element => element === document.activeElement"))) {
                return;
            }
            control.page().keyboard().press("Tab");
        }
        throw new AssertionError("not reached by Tab: " + control);
    }
}
