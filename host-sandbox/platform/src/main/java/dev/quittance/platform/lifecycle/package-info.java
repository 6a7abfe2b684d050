/**
 * From a zip to a running plugin and back: unpack, verify, migrate, build, enable, disable. Depends on the packages that a
 * plugin is wired to. Start at {@link dev.quittance.platform.lifecycle.Plugins}.
 */
@NullMarked
package dev.quittance.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
