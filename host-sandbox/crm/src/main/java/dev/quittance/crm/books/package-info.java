/**
 * The host's own books: what came for its records, what was taken back, and what is still expected. Stands on {@code storage} and
 * {@code record}. Start at {@link dev.quittance.crm.books.Books}.
 */
@NullMarked
package dev.quittance.crm.books;

import org.jspecify.annotations.NullMarked;
