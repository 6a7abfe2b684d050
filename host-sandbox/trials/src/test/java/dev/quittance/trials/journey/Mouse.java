package dev.quittance.trials.journey;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Points and clicks. */
final class Mouse implements Hands {
    @Override
    public void use(Locator control) {
        control.click();
    }

    @Override
    public void fill(Locator field, String text) {
        field.click();
        field.fill(text);
    }

    /** The button in the mail, which opens a window as mail programs do. */
    @Override
    public Page openPayLink(Page mail) {
        Locator button = mail.frameLocator("iframe")
                .getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName("Pay"));
        return mail.waitForPopup(() -> use(button.first()));
    }
}
