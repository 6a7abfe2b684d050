/** What the API promises, checked. Start at {@code PublicApiTest}. */
@NullMarked
package dev.quittance.api;

import org.jspecify.annotations.NullMarked;
