package dev.quittance.trials.simulation;

import dev.quittance.api.host.Mail;
import dev.quittance.api.host.MailMessage;
import dev.quittance.api.host.MailOutcome;
import java.time.Duration;

/** A mail server that is busy at times, and at times takes a mail without anybody learning of it. */
final class SimulatedMail implements Mail {
    private static final Duration SLOWNESS = Duration.ofMillis(120);

    private final Services services;
    private final Lifeline life;

    SimulatedMail(Services services, Lifeline life) {
        this.services = services;
        this.life = life;
    }

    @Override
    public MailOutcome send(MailMessage message) {
        life.requireAlive();
        services.requireNoTransaction("a mail");
        Scene scene = services.scene();
        scene.trace().step("plugin", "mail " + message.key());
        services.frames().waitFor(SLOWNESS, life);
        if (scene.faults().strike(FaultKind.MAIL_LATER)) {
            return MailOutcome.tryLater("busy");
        }
        scene.outside().mailed(message);
        if (scene.faults().crash(CrashPoint.AFTER_MAIL)) {
            throw life.end(CrashPoint.AFTER_MAIL);
        }
        return scene.faults().strike(FaultKind.MAIL_REPLY_LOST)
                ? MailOutcome.tryLater("connection lost")
                : MailOutcome.handedOver();
    }
}
