package dev.quittance.crm.screen;

import dev.quittance.api.record.RecordRef;
import dev.quittance.crm.activity.Activity;
import dev.quittance.crm.identity.Organisation;

/**
 * Something that somebody did, in a list.
 *
 * @param who did it
 * @param words what they did
 * @param record to what
 * @param href its page; empty if it has none
 * @param moment when
 */
public record ActivityRow(String who, String words, String record, String href, Moment moment) {
    static ActivityRow of(Activity activity, Organisation reader) {
        RecordRef ref = activity.record();
        boolean page = ref.object().equals(RecordRef.PROJECT)
                || ref.object().equals(RecordRef.CLIENT)
                || ref.object().equals(RecordRef.INVOICE);
        return new ActivityRow(
                activity.actorName(),
                activity.words(),
                activity.recordName(),
                page ? "/" + ref.object() + "/" + ref.id() : "",
                Moment.of(activity.happenedAt(), reader));
    }
}
