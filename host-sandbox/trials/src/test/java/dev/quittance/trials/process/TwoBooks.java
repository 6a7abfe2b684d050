package dev.quittance.trials.process;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * What the host's books say of every record, held against the plugin's sums, in the database of a sandbox that has stopped. A
 * record of which the plugin still has something to tell is left out: a host that stops in that moment hears it when it is back.
 */
final class TwoBooks {
    /** Whether there has been a plugin here. */
    private static final String PLUGIN = "select count(*) from information_schema.tables"
            + " where table_schema = 'plugin_stripe_payments' and table_name = 'record_balance'";

    private static final String DIFFER = """
            with told as (
              select org_id, object, record_id, currency,
                     sum(paid) as paid, sum(processing) as processing, sum(requested) as requested
              from (
                select org_id, object, record_id, currency, amount_minor as paid, 0 as processing, 0 as requested
                from crm.settlement
                union all
                select org_id, object, record_id, currency, -amount_minor, 0, 0 from crm.reversal
                union all
                select org_id, object, record_id, currency, 0, processing_minor, requested_minor from crm.outstanding
              ) as word
              group by org_id, object, record_id, currency
            ), untold as (
              select request.org_id, request.record_object, request.record_id
              from plugin_stripe_payments.outbox as word
              join plugin_stripe_payments.payment_request as request
                on request.org_id = word.org_id and request.request_id = word.subject_id
              where word.kind in ('expect', 'settlement', 'refund_settlement', 'dispute_settlement') and word.state = 'DUE'
            )
            select summed.record_object || ' ' || summed.record_id || ': host ' || coalesce(told.paid, 0) || ' paid, '
                || coalesce(told.processing, 0) || ' processing, ' || coalesce(told.requested, 0) || ' requested; plugin '
                || (summed.paid_minor - summed.refunded_minor - summed.disputed_minor) || ', ' || summed.processing_minor || ', ' || summed.requested_minor || ' '
                || summed.currency
            from plugin_stripe_payments.record_balance as summed
            left join told
              on told.org_id = summed.org_id and told.object = summed.record_object
              and told.record_id = summed.record_id and told.currency = summed.currency
            where (coalesce(told.paid, 0) <> summed.paid_minor - summed.refunded_minor - summed.disputed_minor
                or coalesce(told.processing, 0) <> summed.processing_minor
                or coalesce(told.requested, 0) <> summed.requested_minor)
              and not exists (
                select 1 from untold
                where untold.org_id = summed.org_id and untold.record_object = summed.record_object
                  and untold.record_id = summed.record_id)
            order by 1
            """;

    private TwoBooks() {}

    /** Fails where the two say different things of a record. */
    static void agree(Path data) {
        try {
            if (!EmbeddedBooks.isThere(data) || EmbeddedBooks.count(data, PLUGIN) == 0) {
                return;
            }
            List<String> differ = EmbeddedBooks.list(data, DIFFER);
            if (!differ.isEmpty()) {
                throw new AssertionError("the host's books and the plugin's differ: " + differ);
            }
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
