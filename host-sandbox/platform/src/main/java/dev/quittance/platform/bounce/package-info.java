/**
 * Mails that come back: reads the reports of mail servers, finds whose mail it was, and tells that plugin. Start at
 * {@link dev.quittance.platform.bounce.MailReturns}.
 */
@NullMarked
package dev.quittance.platform.bounce;

import org.jspecify.annotations.NullMarked;
