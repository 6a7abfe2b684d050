package dev.quittance.platform.web;

import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.host.Host;
import dev.quittance.platform.render.Presentation;
import dev.quittance.platform.screen.FlashCookie;
import java.util.function.Supplier;

/**
 * What all routes work with.
 *
 * @param host the host
 * @param plugins which are installed and on
 * @param calls the gate into them
 * @param presentation how readers see them
 * @param replies how answers are sent
 * @param results how actions are answered
 * @param flash what was just done
 * @param submissionKeys names each showing of a form, unguessably
 */
record Desk(
        Host host,
        LivePlugins plugins,
        Calls calls,
        Presentation presentation,
        Replies replies,
        Results results,
        FlashCookie flash,
        Supplier<String> submissionKeys) {}
