package dev.quittance.crm.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Passwords as Argon2id hashes. Thread-safe. */
public final class Passwords {
    /** 19 MiB, two passes, one lane: the smallest of the settings that OWASP's password storage sheet calls sufficient. */
    private static final int MEMORY_KIB = 19_456;

    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** Longer ones are refused unhashed: nobody types them, and hashing is paid for by us. */
    static final int MAX_LENGTH = 256;
    /** At most two at once, so that sign-ins together take no more than 40 MiB of a 256 MiB heap. */
    private static final int AT_ONCE = 2;

    private final RandomGenerator random;
    private final Semaphore permits = new Semaphore(AT_ONCE);
    private final String nobodys;

    /** Makes salts from this source, which must not be predictable. */
    public Passwords(RandomGenerator random) {
        this.random = random;
        this.nobodys = encode(new byte[SALT_BYTES], new byte[HASH_BYTES]);
    }

    /** A hash with its own salt. */
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return encode(salt, derive(password, salt));
    }

    boolean matches(String password, String encoded) {
        if (password.length() > MAX_LENGTH) {
            return false;
        }
        String[] parts = encoded.split("\\$", -1);
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        return MessageDigest.isEqual(expected, derive(password, salt));
    }

    /** Takes as long as a comparison with somebody's, so that the time does not tell whether they exist. */
    void compareInVain(String password) {
        boolean ignored = matches(password, nobodys);
    }

    private byte[] derive(String password, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(LANES)
                .withSalt(salt)
                .build());
        byte[] derived = new byte[HASH_BYTES];
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        permits.acquireUninterruptibly();
        try {
            generator.generateBytes(bytes, derived);
            return derived;
        } finally {
            permits.release();
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static String encode(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }
}
