package dev.quittance.crm.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quittance.crm.demo.browse.Browser;
import dev.quittance.crm.demo.browse.WebForm;
import dev.quittance.crm.demo.browse.WebPage;
import dev.quittance.crm.seed.Login;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects organisations to Stripe as their admins do: signs in, opens the plugin's settings and submits the form with a key. A
 * file beside the data remembers which key that was, by a hash, so that the next start has nothing to do.
 */
final class Connecting {
    private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);
    private static final String SETTINGS = "/x/stripe-payments/settings";
    private static final String KEY_FIELD = "secretKey";
    private static final String PASSWORD_FIELD = "password";
    private static final int GOOD = 200;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;
    private final URI crm;
    private final StripeSide stripe;

    Connecting(UpSettings settings, URI crm, StripeSide stripe) {
        this.file = settings.data().resolve("connected.json");
        this.crm = crm;
        this.stripe = stripe;
    }

    /** Connects the organisation of this admin, unless that was done with the same key before. Trouble is logged, not thrown. */
    void connect(Login admin) {
        try {
            String mark = mark(admin);
            ObjectNode done = done();
            if (mark.equals(done.path(admin.email()).asText())) {
                return;
            }
            Optional<String> trouble = submit(admin);
            if (trouble.isPresent()) {
                LOG.warn("{} is not connected to Stripe: {}", admin.organisation(), trouble.get());
                return;
            }
            PrivateFile.write(file, done.put(admin.email(), mark).toString());
        } catch (IOException e) {
            LOG.warn("{} is not connected to Stripe", admin.organisation(), e);
        }
    }

    /** Submits the form; what went wrong, if something did. */
    private Optional<String> submit(Login admin) throws IOException {
        Browser browser = new Browser();
        WebPage page = browser.open(crm.resolve(SETTINGS));
        Optional<WebForm> signIn = page.findFormBy("form:has(input[type=password])");
        if (signIn.isPresent() && page.findForm(KEY_FIELD).isEmpty()) {
            page = browser.submit(signIn.get().with("email", admin.email()).with(PASSWORD_FIELD, admin.password()));
        }
        Optional<WebForm> form = page.findForm(KEY_FIELD);
        if (form.isEmpty()) {
            return Optional.of(
                    "there is no form for its key at " + SETTINGS + " (" + page.status() + ", " + page.heading() + ")");
        }
        WebPage answer = browser.submit(form.get().with(KEY_FIELD, stripe.key(admin.organisation())));
        return answer.status() == GOOD ? Optional.empty() : Optional.of(answer.alerts());
    }

    private ObjectNode done() throws IOException {
        return Files.exists(file) ? (ObjectNode) JSON.readTree(Files.readString(file)) : JSON.createObjectNode();
    }

    /** Another key, another Stripe or another database must be connected anew. */
    private String mark(Login admin) throws IOException {
        UpSettings settings = stripe.settings();
        String what = String.join(
                "\n",
                stripe.key(admin.organisation()),
                settings.database().orElse(""),
                settings.schemaPrefix(),
                stripe.local().isPresent() ? "local" : stripe.url().toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
