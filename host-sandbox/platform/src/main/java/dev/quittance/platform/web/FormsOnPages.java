package dev.quittance.platform.web;

import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.Page;
import java.util.ArrayList;
import java.util.List;

/** Puts a form that has been answered in the place it has on its page. */
final class FormsOnPages {
    private FormsOnPages() {}

    /** The page with this form in the place of the one with its id; at the end if there is none. */
    static Page with(Page page, Form form) {
        List<Block> blocks = new ArrayList<>();
        boolean found = false;
        for (Block block : page.blocks()) {
            boolean here = block instanceof Block.Ask ask && ask.form().id().equals(form.id());
            blocks.add(here ? new Block.Ask(form) : block);
            found = found || here;
        }
        if (!found) {
            blocks.add(new Block.Ask(form));
        }
        return new Page(page.title(), blocks, page.refreshAfter(), page.org());
    }

    /** The page with what was answered, and what cannot be read, in the form that was submitted. */
    static Page withAnswers(Page page, Submitted submitted) {
        for (Block block : page.blocks()) {
            if (block instanceof Block.Ask ask && ask.form().id().equals(submitted.formId())) {
                return with(page, submitted.answers().onto(ask.form()));
            }
        }
        return page;
    }
}
