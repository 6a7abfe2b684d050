/**
 * User interface as data. A plugin says what is to be shown, the host decides how; there is no markup here. Start at {@link dev.quittance.api.ui.Page}.
 */
@NullMarked
package dev.quittance.api.ui;

import org.jspecify.annotations.NullMarked;
