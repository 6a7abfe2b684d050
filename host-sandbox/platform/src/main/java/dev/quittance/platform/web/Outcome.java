package dev.quittance.platform.web;

import dev.quittance.api.ui.Form;
import dev.quittance.platform.render.FormSetting;
import dev.quittance.platform.render.PageView;
import dev.quittance.platform.render.Pages;
import java.util.function.BiFunction;

/**
 * What is needed to answer an action.
 *
 * @param pages how its reader sees the plugin
 * @param setting how its forms are shown again
 * @param backHref where the action was started
 * @param withForm the page that the form stood on, with this form in its place
 */
record Outcome(Pages pages, FormSetting setting, String backHref, BiFunction<Form, FormSetting, PageView> withForm) {

    PageView again(Form form) {
        return withForm.apply(form, setting);
    }
}
