package dev.quittance.stripe.request;

import static dev.quittance.stripe.storage.jooq.Tables.PAY_LINK;

import dev.quittance.api.PluginContext;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.identity.OrgId;
import dev.quittance.stripe.storage.Database;
import dev.quittance.stripe.storage.jooq.tables.records.PayLinkRecord;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * The addresses under which customers pay. A token is looked up by its SHA-256 and kept only sealed, so that the database alone
 * opens no payment page, while mail, copy and QR code still show the same address. Thread-safe.
 */
public final class PayLinks {
    /** The first part of the address; the manifest declares it. */
    public static final String PREFIX = "pay";

    /** Longer than any token of ours: what is longer is not even hashed. */
    private static final int MAX_TOKEN_LENGTH = 64;

    private final PluginContext context;
    private final Database database;

    /** Links in this database. */
    public PayLinks(PluginContext context, Database database) {
        this.context = context;
        this.database = database;
    }

    /** Makes the link of a request, in the transaction that makes the request. */
    void add(DSLContext tx, OrgId org, UUID requestId) {
        String token = context.ids().token();
        tx.insertInto(PAY_LINK)
                .set(PAY_LINK.TOKEN_HASH, hash(token))
                .set(PAY_LINK.ORG_ID, org.value())
                .set(PAY_LINK.REQUEST_ID, requestId)
                .set(
                        PAY_LINK.TOKEN_SEALED,
                        context.secrets()
                                .sealText(org, purpose(requestId), token)
                                .bytes())
                .set(PAY_LINK.CREATED_AT, context.clock().instant())
                .execute();
    }

    /**
     * Points the address of one request at another one of the same organisation, in the caller's transaction.
     *
     * @return false if the first has no address
     */
    boolean move(DSLContext tx, OrgId org, UUID from, UUID to) {
        List<PayLinkRecord> links = tx.selectFrom(PAY_LINK)
                .where(PAY_LINK.ORG_ID.eq(org.value()).and(PAY_LINK.REQUEST_ID.eq(from)))
                .forUpdate()
                .fetch();
        for (PayLinkRecord link : links) {
            String token = context.secrets().openText(org, purpose(from), new Sealed(link.getTokenSealed()));
            link.setRequestId(to);
            link.setTokenSealed(
                    context.secrets().sealText(org, purpose(to), token).bytes());
            if (link.update() != 1) {
                throw new IllegalStateException("a locked link changed meanwhile");
            }
        }
        return !links.isEmpty();
    }

    /** The request that a token stands for; empty for any token that is not ours, or was revoked. */
    public Optional<PayLink> find(String token) {
        if (token.isEmpty() || token.length() > MAX_TOKEN_LENGTH) {
            return Optional.empty();
        }
        String hash = hash(token);
        return database.read(db -> db.selectFrom(PAY_LINK)
                .where(PAY_LINK.TOKEN_HASH.eq(hash).and(PAY_LINK.REVOKED_AT.isNull()))
                .fetchOptional(row -> new PayLink(new OrgId(row.getOrgId()), row.getRequestId())));
    }

    /** The parts of a request's address after the prefix, if it has a link that is not revoked. */
    public Optional<String> findToken(OrgId org, UUID requestId) {
        return database.read(db -> db.selectFrom(PAY_LINK)
                        .where(PAY_LINK.ORG_ID
                                .eq(org.value())
                                .and(PAY_LINK.REQUEST_ID.eq(requestId))
                                .and(PAY_LINK.REVOKED_AT.isNull()))
                        .orderBy(PAY_LINK.CREATED_AT.desc())
                        .limit(1)
                        .fetchOptional(PAY_LINK.TOKEN_SEALED))
                .map(bytes -> context.secrets().openText(org, purpose(requestId), new Sealed(bytes)));
    }

    /** The whole address, as customers reach it. */
    public Optional<URI> findAddress(OrgId org, UUID requestId) {
        return findToken(org, requestId).map(token -> context.urls().publicPage(PREFIX, List.of(token)));
    }

    private static String purpose(UUID requestId) {
        return "pay_link/" + requestId;
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
