package dev.quittance.platform.service;

import dev.quittance.api.host.Mail;
import dev.quittance.api.host.MailMessage;
import dev.quittance.api.host.MailOutcome;
import dev.quittance.api.record.OrgView;
import dev.quittance.api.record.Records;
import dev.quittance.platform.bounce.SentMails;
import dev.quittance.platform.extension.MessageBundles;
import dev.quittance.platform.render.Links;
import dev.quittance.platform.render.MailView;
import dev.quittance.platform.render.Pages;
import dev.quittance.platform.render.Reader;
import dev.quittance.platform.render.Templates;
import dev.quittance.platform.render.Words;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Mails of one plugin. */
final class PluginMail implements Mail {
    private static final Logger LOG = LoggerFactory.getLogger(PluginMail.class);

    /** Enough of a hash that two mails never meet; a whole one would be folded by some servers. */
    private static final int ID_CHARACTERS = 40;

    private final Post post;
    private final Templates templates;
    private final Records records;
    private final PluginVoice voice;

    /**
     * What a plugin says and where it leads.
     *
     * @param pluginId whose
     * @param installationId where
     * @param messages its words
     * @param links its links in full
     * @param domain what stands behind the at sign of Message-IDs
     */
    record PluginVoice(String pluginId, String installationId, MessageBundles messages, Links links, String domain) {}

    /**
     * How mails leave.
     *
     * @param smtp hands them to a mail server
     * @param sent remembers whose they are
     * @param clock time
     */
    record Post(SmtpMail smtp, SentMails sent, Clock clock) {}

    PluginMail(Post post, Templates templates, Records records, PluginVoice voice) {
        this.post = post;
        this.templates = templates;
        this.records = records;
        this.voice = voice;
    }

    @Override
    public MailOutcome send(MailMessage message) {
        Optional<OrgView> org = records.findOrg(message.org());
        ZoneId zone = org.map(OrgView::zone).orElse(ZoneOffset.UTC);
        String currency = org.map(OrgView::currency).orElse("");
        Words words = new Words(voice.messages(), new Reader(message.locale(), zone, currency));
        MailView view = new Pages(words, voice.links())
                .mail(message, org.map(OrgView::name).orElse(""));
        String messageId = messageId(message.key());
        if (!isRemembered(messageId, message)) {
            return MailOutcome.tryLater("the host could not write down that it sends the mail");
        }
        return post.smtp().send(message, new SmtpMail.Written(view, templates.mail(view), messageId), org);
    }

    private boolean isRemembered(String messageId, MailMessage message) {
        try {
            SentMails.Sent sent = new SentMails.Sent(voice.pluginId(), message.org(), message.key());
            post.sent().remember(messageId, sent, message.to(), post.clock().instant());
            return true;
        } catch (SQLException e) {
            LOG.warn("a mail of plugin {} was not sent: {}", voice.pluginId(), e.getSQLState());
            return false;
        }
    }

    private String messageId(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((voice.installationId() + "|" + voice.pluginId() + "|" + key)
                            .getBytes(StandardCharsets.UTF_8));
            return "<" + HexFormat.of().formatHex(digest).substring(0, ID_CHARACTERS) + "@" + voice.domain() + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
