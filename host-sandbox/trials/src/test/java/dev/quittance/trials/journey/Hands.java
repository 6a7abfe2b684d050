package dev.quittance.trials.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How somebody gets about on a page. */
interface Hands {
    void use(Locator control);

    void fill(Locator field, String text);

    /** From the page of a mail to the page it asks to pay on; gives the window in which that is. */
    Page openPayLink(Page mail);
}
