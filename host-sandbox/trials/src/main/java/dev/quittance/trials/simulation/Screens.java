package dev.quittance.trials.simulation;

import dev.quittance.api.host.MailMessage;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Block;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FieldType;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Page;
import dev.quittance.api.ui.Target;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How people read what the plugin shows: forms, links, and what came of a click. */
final class Screens {
    private static final String PAY_LINKS = SimulatedUrls.HOST + "/pay/";

    private Screens() {}

    /** The form on the page that asks for this field. */
    static Optional<Form> findForm(Page page, String fieldKey) {
        return forms(page).stream()
                .filter(form ->
                        form.fields().stream().anyMatch(field -> field.key().equals(fieldKey)))
                .findFirst();
    }

    static boolean hasForm(Page page, String formId) {
        return forms(page).stream().anyMatch(form -> form.id().equals(formId));
    }

    private static List<Form> forms(Page page) {
        return page.blocks().stream()
                .filter(Block.Ask.class::isInstance)
                .map(block -> ((Block.Ask) block).form())
                .toList();
    }

    /** The address under the button of a mail that asks for money. */
    static Optional<URI> findPayLink(MailMessage mail) {
        return mail.body().stream()
                .filter(Block.Button.class::isInstance)
                .map(block -> ((Block.Button) block).target())
                .filter(Target.ToAddress.class::isInstance)
                .map(target -> ((Target.ToAddress) target).uri())
                .filter(uri -> uri.toString().startsWith(PAY_LINKS))
                .findFirst();
    }

    /** The form as it is shown, with these answers instead where it asks for them. */
    static FormValues answer(Form form, Map<String, String> answers) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            values.put(field.key(), answers.getOrDefault(field.key(), field.value()));
        }
        return new FormValues(values);
    }

    /** Ticks for everything that the form wants confirmed. */
    static Map<String, String> confirmations(Form form) {
        Map<String, String> ticks = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            if (field.type().equals(FieldType.TOGGLE)) {
                ticks.put(field.key(), "true");
            }
        }
        return ticks;
    }

    /** One word for the trace. */
    static String describe(ActionResult result) {
        if (result instanceof ActionResult.Refused refused) {
            return "refused " + refused.code().value();
        }
        if (result instanceof ActionResult.Again again) {
            List<String> wrong = again.form().fields().stream()
                    .filter(field -> !field.error().fallback().isEmpty())
                    .map(Field::key)
                    .toList();
            return "again " + wrong;
        }
        if (result instanceof ActionResult.Leave leave) {
            return "leave to " + leave.uri();
        }
        return result.getClass().getSimpleName();
    }
}
