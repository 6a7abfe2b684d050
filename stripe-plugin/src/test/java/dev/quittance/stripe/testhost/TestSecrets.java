package dev.quittance.stripe.testhost;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ErrorType;
import dev.quittance.api.PluginException;
import dev.quittance.api.host.Sealed;
import dev.quittance.api.host.Secrets;
import dev.quittance.api.identity.OrgId;
import dev.quittance.api.ui.Text;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals with AES-GCM, bound to organisation and purpose. */
final class TestSecrets implements Secrets {
    private static final int NONCE_BYTES = 12;

    private final SecretKeySpec key;
    private final Random random;

    TestSecrets(long seed) {
        this.random = new Random(seed);
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "AES");
    }

    @Override
    public synchronized Sealed seal(OrgId org, String purpose, byte[] clear) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, org, purpose).doFinal(clear);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return new Sealed(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public byte[] open(OrgId org, String purpose, Sealed sealed) {
        byte[] all = sealed.bytes();
        try {
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, org, purpose).doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new PluginException(
                    new ErrorCode("secret_unreadable", ErrorType.HOST), Text.plain("a secret does not open"), e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, OrgId org, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(128, nonce));
        cipher.updateAAD((org.value() + "/" + purpose).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
