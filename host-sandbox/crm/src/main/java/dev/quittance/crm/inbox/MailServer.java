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

/** An SMTP server on the loopback interface that puts every mail into the {@link Inbox}, whoever it is for. */
public final class MailServer implements AutoCloseable {
    /** Where it listens: nobody outside this machine can hand in mail. */
    public static final String HOST = "127.0.0.1";

    private static final int ANY_PORT = 0;
    private static final long START_LIMIT_MS = 10_000;

    private final Inbox inbox;
    private final GreenMail server;

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
        } catch (IOException e) {
            throw new UserException("the mail could not be kept", e);
        }
        return nobody();
    }

    /** The file is the mailbox: the server keeps no second copy in memory. */
    private static GreenMailUser nobody() {
        return (GreenMailUser) Proxy.newProxyInstance(
                GreenMailUser.class.getClassLoader(),
                new Class<?>[] {GreenMailUser.class},
                (proxy, method, arguments) -> method.getReturnType() == String.class ? "nobody" : null);
    }
}
