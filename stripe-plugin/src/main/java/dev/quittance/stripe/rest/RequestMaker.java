package dev.quittance.stripe.rest;

import dev.quittance.api.ErrorType;
import dev.quittance.api.identity.Actor;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.Form;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Notice;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import dev.quittance.api.ui.Tone;
import dev.quittance.stripe.request.PaymentRequest;
import dev.quittance.stripe.request.RequestDesk;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Submits the request form for a program, and says what came of it as programs read it. Thread-safe. */
final class RequestMaker {
    private static final String OVER_REQUEST_NOT_ALLOWED = "over_request_not_allowed";

    private final RequestDesk desk;

    RequestMaker(RequestDesk desk) {
        this.desk = desk;
    }

    /** Makes the request of this body. The same submission key gives the same request again. Throws a problem if it is not made. */
    PaymentRequest make(byte[] body, String submissionKey, Actor actor) {
        List<FieldProblem> errors = new ArrayList<>();
        NewPaymentRequest wanted = JsonBody.read(body)
                .map(members -> new NewPaymentRequestReader(errors).read(members))
                .orElseThrow(() -> Problems.of(
                        400, "bad_json", "The body is no JSON object.", "Send one object. Nothing was done."));
        RecordView record = wanted.record();
        if (record == null) {
            throw Problems.invalid(errors);
        }
        RecordRef ref = new RecordRef(record.object(), record.id());
        Optional<FormValues> defaults = Ids.isName(ref.object()) && Ids.isName(ref.id())
                ? desk.findDefaults(ref, text(wanted.type()), actor)
                : Optional.empty();
        if (defaults.isEmpty()) {
            errors.add(new FieldProblem("record", "record_absent", "There is no such record to ask for money on."));
            throw Problems.invalid(errors);
        }
        FormValues values = values(wanted, defaults.get());
        if (!errors.isEmpty()) {
            desk.findProblems(ref, values, actor).forEach((field, problem) -> errors.add(problem(field, problem)));
            throw Problems.invalid(errors);
        }
        ActionResult result = desk.submit(ref, new Submission(submissionKey, values), actor);
        if (result instanceof ActionResult.Done) {
            return desk.findSubmitted(actor.org(), submissionKey).orElseThrow();
        }
        throw refusal(result);
    }

    private static FormValues values(NewPaymentRequest wanted, FormValues defaults) {
        Map<String, String> values = new TreeMap<>();
        values.put("type", text(wanted.type()));
        values.put("percent", text(wanted.percent()));
        values.put("amount", text(wanted.amount()));
        values.put("description", text(wanted.description()));
        RecipientView recipient = wanted.recipient();
        values.put("recipientName", or(recipient == null ? "" : recipient.name(), defaults.value("recipientName")));
        values.put("recipientEmail", or(recipient == null ? "" : recipient.email(), defaults.value("recipientEmail")));
        // To the form it is as if nothing had been filled in before, so everything given counts as typed.
        values.put("presetType", text(wanted.type()));
        values.put("presetPercent", "");
        values.put("presetAmount", "");
        if (wanted.confirm().contains(NewPaymentRequestReader.OVER_LEFT)) {
            values.put("overRequest", "true");
        }
        if (wanted.confirm().contains(NewPaymentRequestReader.SENT_ALREADY)) {
            values.put("sendAnother", "true");
        }
        return new FormValues(values);
    }

    private static WebApplicationException refusal(ActionResult result) {
        if (result instanceof ActionResult.Again again) {
            return refusal(again.form());
        }
        if (result instanceof ActionResult.Refused refused) {
            int status = refused.code().type() == ErrorType.USER ? 409 : 503;
            return Problems.of(status, refused.code().value(), Problems.words(refused.reason()), "");
        }
        return Problems.invalid(
                List.of(new FieldProblem("record", "record_absent", "There is no such record to ask for money on.")));
    }

    private static WebApplicationException refusal(Form form) {
        List<FieldProblem> errors = form.fields().stream()
                .filter(field -> !field.error().fallback().isEmpty())
                .map(RequestMaker::problem)
                .collect(Collectors.toList());
        if (!errors.isEmpty()) {
            return Problems.invalid(errors);
        }
        List<Text> against = texts(form, Tone.DANGER);
        if (!against.isEmpty()) {
            boolean notAllowed = against.stream().anyMatch(text -> text.key().endsWith("." + OVER_REQUEST_NOT_ALLOWED));
            String words = against.stream().map(Problems::words).collect(Collectors.joining(" "));
            return notAllowed
                    ? Problems.of(403, OVER_REQUEST_NOT_ALLOWED, words, "")
                    : Problems.of(409, "objected", words, "Another plugin is against it. Nothing was sent.");
        }
        for (Text caution : texts(form, Tone.WARNING)) {
            String code = caution.key().equals("request.sent_already")
                    ? NewPaymentRequestReader.SENT_ALREADY
                    : NewPaymentRequestReader.OVER_LEFT;
            errors.add(new FieldProblem("confirm", code, Problems.words(caution)));
        }
        return Problems.with(new Problem(
                "about:blank",
                "This looks like a mistake.",
                409,
                "If it is none, send it again with these codes in confirm. Nothing was sent.",
                "confirmation_needed",
                errors));
    }

    private static List<Text> texts(Form form, Tone tone) {
        return form.notices().stream()
                .filter(notice -> notice.tone().equals(tone))
                .map(Notice::text)
                .collect(Collectors.toList());
    }

    private static FieldProblem problem(Field field) {
        return problem(field.key(), field.error());
    }

    private static FieldProblem problem(String field, Text problem) {
        String path = switch (field) {
            case "recipientName" -> "recipient.name";
            case "recipientEmail" -> "recipient.email";
            default -> field;
        };
        return new FieldProblem(
                path, problem.key().substring(problem.key().lastIndexOf('.') + 1), Problems.words(problem));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    private static String or(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }
}
