/**
 * What happened, kept until every plugin that listens has been told, in order and at least once: one mechanism for payments and
 * for records. Depends on {@code extension} and {@code jobs}. Start at {@link dev.quittance.platform.event.EventStream}.
 */
@NullMarked
package dev.quittance.platform.event;

import org.jspecify.annotations.NullMarked;
