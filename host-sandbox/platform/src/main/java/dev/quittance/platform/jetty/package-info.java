/**
 * What a host that runs on Jetty puts around the platform and its own pages. Depends on Jetty's server alone; other hosts leave
 * it out. Start at {@link dev.quittance.platform.jetty.EarlyAnswers}.
 */
@NullMarked
package dev.quittance.platform.jetty;

import org.jspecify.annotations.NullMarked;
