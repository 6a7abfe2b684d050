/**
 * What became of mails: handed over, refused or bounced, and never more than a mail server has said. Depends on {@code storage}
 * only. Start at {@link dev.quittance.stripe.letter.Letters}.
 */
@NullMarked
package dev.quittance.stripe.letter;

import org.jspecify.annotations.NullMarked;
