package dev.quittance.platform.service;

import dev.quittance.api.host.Mail;
import dev.quittance.api.host.Outgoing;
import dev.quittance.api.host.OutgoingException;
import dev.quittance.api.host.OutgoingResponse;
import dev.quittance.platform.extension.Origins;
import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.meter.Meters;
import java.net.URI;
import java.util.Locale;

/** A plugin's ways out, counted: by the host they lead to and what came of them, never by path or address. */
final class Metered {
    private static final int CLASS_OF_STATUS = 100;

    private final Meters meters;
    private final PluginManifest manifest;

    Metered(Meters meters, PluginManifest manifest) {
        this.meters = meters;
        this.manifest = manifest;
    }

    Outgoing outgoing(Outgoing inner) {
        return request -> {
            Meters.Begun begun = meters.begin();
            String outcome = "failed";
            try {
                OutgoingResponse answer = inner.send(request);
                outcome = answer.status() / CLASS_OF_STATUS + "xx";
                return answer;
            } catch (OutgoingException e) {
                outcome = e.isNotSent() ? "not_sent" : "no_answer";
                throw e;
            } finally {
                begun.endedOutgoing(manifest.id(), host(request.uri()), outcome);
            }
        };
    }

    Mail mail(Mail inner) {
        return message -> {
            dev.quittance.api.host.MailOutcome outcome = inner.send(message);
            meters.mail(manifest.id(), outcome.kind().name().toLowerCase(Locale.ROOT));
            return outcome;
        };
    }

    /** Only those that the manifest declares: what a plugin makes up must not make new figures. */
    private String host(URI uri) {
        return manifest.network().egress().stream()
                .filter(one -> Origins.originOf(one).equals(Origins.originOf(uri)))
                .findFirst()
                .map(URI::getHost)
                .orElse("undeclared");
    }
}
