package dev.quittance.crm.sandbox;

import dev.quittance.crm.seed.Login;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which Stripe a sandbox speaks to: a local one of its own, a local one that somebody else runs, or Stripe itself in test mode.
 *
 * @param settings how the sandbox is to run
 * @param local the local one of its own, if it has one
 */
record StripeSide(UpSettings settings, Optional<LocalStripe> local) {
    private static final URI API = URI.create("https://api.stripe.com");
    private static final URI HOSTED_PAGE = URI.create("https://checkout.stripe.com");

    /** Where it is. */
    URI url() throws IOException {
        return local.isPresent() ? local.get().url() : settings.stripeUrl().orElse(API);
    }

    /** What the platform leads elsewhere: nothing where Stripe itself is meant. */
    Map<URI, URI> substitutions() throws IOException {
        return settings.realStripe() ? Map.of() : Map.of(API, url(), HOSTED_PAGE, url());
    }

    /** The admins whose organisations are to be connected. A key belongs to one account, so to the first organisation alone. */
    List<Login> admins(List<Login> admins) {
        if (local.isPresent() && settings.stripeKeyFile().isEmpty()) {
            return admins;
        }
        return settings.stripeKeyFile().isPresent() ? admins.subList(0, 1) : List.of();
    }

    /** The key of an organisation's account; read anew each time, so that nothing keeps it. */
    String key(String organisation) throws IOException {
        if (settings.stripeKeyFile().isPresent()) {
            return StripeKey.read(settings.stripeKeyFile().get());
        }
        return local.orElseThrow(() -> new IllegalStateException("there is no key"))
                .secretKey(organisation);
    }
}
