/**
 * A local Stripe: objects, money, events and hosted pages, kept in a journal. It is an independent witness, so it depends
 * on nothing of Quittance and on no Stripe library. Below this package nothing has sockets, threads or time of its own,
 * but {@code http}.
 *
 * <p>Start reading at {@link dev.quittance.emulator.LocalStripe}, which puts the rooms together. From the bottom up:
 * {@code journal}, {@code port} (what the shell gives and takes), {@code wire} (forms, JSON, errors), {@code store} (objects
 * and turns), {@code api} (the way in), {@code event}, then a room for each part of Stripe, and the pages above them.
 */
@NullMarked
package dev.quittance.emulator;

import org.jspecify.annotations.NullMarked;
