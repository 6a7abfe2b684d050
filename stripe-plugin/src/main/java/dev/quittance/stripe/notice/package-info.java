/**
 * Who is told what: the mail that asks the customer, the notice to the office, the event for other plugins. Each is looked up
 * again when it is delivered, since things change while it waits. Knows payments and requests. Start at
 * {@link dev.quittance.stripe.notice.RequestMail}.
 */
@NullMarked
package dev.quittance.stripe.notice;

import org.jspecify.annotations.NullMarked;
