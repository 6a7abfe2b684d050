package dev.quittance.platform.web;

import dev.quittance.api.identity.Actor;
import dev.quittance.platform.render.PublicLook;
import dev.quittance.platform.render.Words;
import java.util.Optional;
import java.util.Set;

/**
 * For whom an answer is: somebody signed in, inside the host's chrome, or anybody, on a page of its own.
 *
 * @param actor who is signed in
 * @param staff whether the host's chrome is around it
 * @param look in whose name a public page is
 * @param words the platform's own words
 * @param leadsTo origins that forms on a public page may end at
 */
record Audience(Optional<Actor> actor, boolean staff, PublicLook look, Words words, Set<String> leadsTo) {

    static Audience staff(Actor actor, Words words) {
        return new Audience(Optional.of(actor), true, PublicLook.nobodys(), words, Set.of());
    }

    static Audience nobodySignedIn(Words words) {
        return new Audience(Optional.empty(), true, PublicLook.nobodys(), words, Set.of());
    }

    static Audience anybody(Words words, Set<String> leadsTo) {
        return new Audience(Optional.empty(), false, PublicLook.nobodys(), words, leadsTo);
    }

    Audience inTheNameOf(PublicLook business) {
        return new Audience(actor, staff, business, words, leadsTo);
    }
}
