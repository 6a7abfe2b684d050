/**
 * What a host gives the platform: its records, its people, its look and its settings. Depends on the plugin API, the servlet
 * API and Micrometer alone. Start at {@link dev.quittance.platform.host.Host}.
 */
@NullMarked
package dev.quittance.platform.host;

import org.jspecify.annotations.NullMarked;
