package dev.quittance.stripe.request;

import dev.quittance.api.identity.Actor;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.record.RecordRef;
import dev.quittance.api.ui.ActionResult;
import dev.quittance.api.ui.Field;
import dev.quittance.api.ui.FormValues;
import dev.quittance.api.ui.Submission;
import dev.quittance.api.ui.Text;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What programs need to do what people do with the request form, by the same rules. Thread-safe. */
public final class RequestDesk {
    private final RequestPaymentAction action;
    private final Requests requests;
    private final Standings standings;

    /** A desk beside this action. */
    public RequestDesk(RequestPaymentAction action, Requests requests, RequestRecords records) {
        this.action = action;
        this.requests = requests;
        this.standings = records.standings();
    }

    /** What the form holds when it is opened for this type; empty if this actor has no such record to ask for money on. */
    public Optional<FormValues> findDefaults(RecordRef record, String type, Actor actor) {
        return action.form(record, new FormValues(Map.of(RequestFields.TYPE, type)), actor)
                .map(form -> {
                    Map<String, String> values = new TreeMap<>();
                    for (Field field : form.fields()) {
                        values.put(field.key(), field.value());
                    }
                    return new FormValues(values);
                });
    }

    /** What is wrong with the answers, by the form's field; empty if nothing is, or there is no such record. Asks nobody. */
    public Map<String, Text> findProblems(RecordRef record, FormValues values, Actor actor) {
        FormProblems problems = new FormProblems();
        standings.find(actor.org(), record).ifPresent(standing -> {
            Optional<RequestTerms> terms = new TermsReader(standing, values, problems).read();
            Optional<Recipient> recipient = new RecipientReader(standing, values, problems).read();
            assert !problems.byField().isEmpty() || (terms.isPresent() && recipient.isPresent());
        });
        return problems.byField();
    }

    /** Asks the customer, as the form does. Safe to repeat with the same submission key. Never inside a transaction. */
    public ActionResult submit(RecordRef record, Submission submission, Actor actor) {
        return action.submit(record, submission, actor);
    }

    /** The request that a submission made, if it made one. */
    public Optional<PaymentRequest> findSubmitted(OrgId org, String submissionKey) {
        return requests.findSubmitted(org, submissionKey);
    }
}
