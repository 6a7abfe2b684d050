package dev.quittance.emulator.port;

import dev.quittance.emulator.journal.Journal;
import java.net.URI;
import java.time.InstantSource;

/**
 * Everything that the core takes from outside.
 *
 * @param clock what time it is
 * @param chance where ids and orders come from
 * @param journal where every change is written before it is answered
 * @param origin where the API and the hosted pages are reached: scheme, host and port, without a path
 */
public record World(InstantSource clock, Chance chance, Journal journal, URI origin) {}
