package dev.quittance.crm.inbox;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An SMTP server on the loopback interface that puts every mail into the {@link Inbox}, whoever it is for. A mail to an address at
 * {@code bounces.example} comes back to its sender besides.
 */
public final class MailServer implements AutoCloseable {
    /** Where it listens: nobody outside this machine can hand in mail. */
    public static final String HOST = "127.0.0.1";

    private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);
    private static final int ANY_PORT = 0;
    private static final long START_LIMIT_MS = 10_000;

    private final Inbox inbox;
    private final GreenMail server;
    private volatile ToIntFunction<byte[]> returns = report -> 0;

    private MailServer(Inbox inbox) {
        this.inbox = inbox;
        ServerSetup smtp = new ServerSetup(ANY_PORT, HOST, ServerSetup.PROTOCOL_SMTP);
        smtp.setServerStartupTimeout(START_LIMIT_MS);
        this.server = new GreenMail(smtp);
    }

    /** Starts it on a free port. */
    public static MailServer start(Inbox inbox) {
        MailServer started = new MailServer(inbox);
        started.server.start();
        started.server.getUserManager().setMessageDeliveryHandler(started::deliver);
        return started;
    }

    /** From now on what comes back is handed in here, as it came over the wire. */
    public void handReturnsTo(ToIntFunction<byte[]> taker) {
        returns = taker;
    }

    /** The port it took. */
    public int port() {
        return server.getSmtp().getPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Runs before the sender is answered: what fails here is answered with 451, and the sender tries again. */
    private GreenMailUser deliver(MovingMessage message, MailAddress recipient)
            throws MessagingException, UserException {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            message.getMessage().writeTo(bytes);
            inbox.keep(recipient.getEmail(), bytes.toByteArray());
            if (Bounce.isFor(recipient.getEmail())) {
                bringBack(message, recipient.getEmail());
            }
        } catch (IOException e) {
            throw new UserException("the mail could not be kept", e);
        }
        return nobody();
    }

    private void bringBack(MovingMessage message, String recipient) throws MessagingException, IOException {
        MailAddress sender = message.getReturnPath();
        String to = sender == null ? "" : sender.getEmail();
        byte[] report = Bounce.of(message.getMessage(), recipient, to);
        inbox.keep(to, report);
        try {
            int mails = returns.applyAsInt(report);
            LOG.debug("{} mails came back", mails);
        } catch (RuntimeException e) {
            LOG.warn("a report could not be handed in: {}", e.toString());
        }
    }

    /** The file is the mailbox: the server keeps no second copy in memory. */
    private static GreenMailUser nobody() {
        return (GreenMailUser) Proxy.newProxyInstance(
                GreenMailUser.class.getClassLoader(),
                new Class<?>[] {GreenMailUser.class},
                (proxy, method, arguments) -> method.getReturnType() == String.class ? "nobody" : null);
    }
}
