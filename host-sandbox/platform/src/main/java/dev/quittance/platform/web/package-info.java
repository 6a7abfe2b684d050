/**
 * HTTP: which request goes to which plugin, who may send it, and how the answer is sent. Depends on everything but
 * {@code lifecycle}, {@code jobs} and {@code service}. Start at {@link dev.quittance.platform.web.PlatformFilter}.
 */
@NullMarked
package dev.quittance.platform.web;

import org.jspecify.annotations.NullMarked;
