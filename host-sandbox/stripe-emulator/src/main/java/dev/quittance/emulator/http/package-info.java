/**
 * The shell around the core: sockets, threads and real time. Depends on the core's public types, Jetty and the JDK's HTTP
 * client. Start at {@link dev.quittance.emulator.http.EmulatorServer}.
 */
@NullMarked
package dev.quittance.emulator.http;

import org.jspecify.annotations.NullMarked;
