package dev.quittance.trials.simulation;

/**
 * What one seed's world is made of, apart from the plugin's process: all of it survives a crash.
 *
 * @param dice the seed's dice, to be named by each part for its own
 * @param clock the one clock
 * @param trace what happens, step by step
 * @param agenda what is going to happen
 * @param faults what goes wrong
 * @param violations what must not happen and did
 * @param database the plugin's database
 * @param stripe the other side, with books of its own
 * @param town organisations, projects and clients
 * @param outside what reached people: mails, notices, events
 */
record Scene(
        Dice dice,
        VirtualClock clock,
        Trace trace,
        Agenda agenda,
        Faults faults,
        Violations violations,
        SeedDatabase database,
        OtherSide stripe,
        Town town,
        Outside outside) {}
