package dev.quittance.platform.screen;

import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Form;
import java.util.List;

/** Names the forms of a panel so that no two on a record's page are called the same. Immutable and thread-safe. */
public final class PanelForms {
    private final String prefix;

    /** The forms of one panel. */
    public PanelForms(String pluginId, String panelId) {
        this.prefix = pluginId + "-" + panelId + "-";
    }

    /** The parts of the panel, their forms named for the page. */
    public List<Block> onPage(List<Block> blocks) {
        return blocks.stream()
                .map(block -> block instanceof Block.Ask ask ? new Block.Ask(onPage(ask.form())) : block)
                .toList();
    }

    /** A form, named for the page. */
    public Form onPage(Form form) {
        return new Form(prefix + form.id(), form.title(), form.notices(), form.fields(), form.submit());
    }

    /** What the plugin calls the form that the page calls so. */
    public String inPlugin(String formId) {
        return formId.startsWith(prefix) ? formId.substring(prefix.length()) : formId;
    }
}
