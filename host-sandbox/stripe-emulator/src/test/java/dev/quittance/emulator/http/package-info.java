/** Tests of the shell with real sockets, and of the program as a process. */
@NullMarked
package dev.quittance.emulator.http;

import org.jspecify.annotations.NullMarked;
