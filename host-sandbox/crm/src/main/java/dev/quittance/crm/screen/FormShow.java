package dev.quittance.crm.screen;

import dev.quittance.crm.web.Chrome;
import dev.quittance.crm.web.Exchange;
import dev.quittance.crm.web.Reply;
import dev.quittance.platform.screen.Flash;
import java.util.Optional;
import java.util.UUID;

/** Shows forms, and where a form leads. */
final class FormShow {
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;

    private final Parts parts;

    FormShow(Parts parts) {
        this.parts = parts;
    }

    Reply form(Exchange exchange, String section, FormPage form) {
        return show(exchange, 200, section, form);
    }

    /** The form as it was filled in, with what is wrong. */
    Reply again(Exchange exchange, String section, FormPage form) {
        return show(exchange, UNPROCESSABLE, section, form);
    }

    /** The form as it was filled in, with the present version: sending it again is a decision. */
    Reply meanwhile(Exchange exchange, String section, FormPage form) {
        String words =
                "Somebody changed this meanwhile. Nothing of yours was saved. Look at the record in another window;"
                        + " if what stands here is still right, send it again.";
        return show(exchange, CONFLICT, section, form.failing(words));
    }

    Reply absent(Exchange exchange) {
        return new RefusalScreen(parts.chromes(), parts.templates()).refuse(exchange, 404, Optional.empty());
    }

    Reply done(Exchange exchange, String path, String words) {
        return done(exchange, path, "good", words);
    }

    /** Goes on there, where it says once what was done. */
    Reply done(Exchange exchange, String path, String tone, String words) {
        parts.work().flash().put(exchange.response(), new Flash(tone, words));
        return Reply.seeOther(path);
    }

    /** The id that the form was given for its new record, so that sending it twice enters one; a new one if it has none. */
    UUID givenId(Exchange exchange) {
        String given = exchange.value("id");
        return given.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? UUID.fromString(given)
                : parts.work().ids().next();
    }

    /** The version that the form was shown with; -1, which no record has, for anything else. */
    static long version(Exchange exchange) {
        String text = exchange.value("version");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private Reply show(Exchange exchange, int status, String section, FormPage form) {
        Chrome chrome = parts.chromes().of(exchange.request(), exchange.signedIn(), form.heading(), section);
        return Reply.html(status, parts.templates().render("form", chrome, form));
    }
}
