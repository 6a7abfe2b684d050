package dev.quittance.trials.simulation;

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
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals by AES-GCM, bound to organisation and purpose, as a host does; key and nonces come from the seed. */
final class SimulatedSecrets implements Secrets {
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Dice nonces;
    private final SecretKeySpec key;

    SimulatedSecrets(Dice seed) {
        this.nonces = seed.named("nonces");
        this.key = new SecretKeySpec(seed.named("installation key").bytes(KEY_BYTES), "AES");
    }

    @Override
    public Sealed seal(OrgId org, String purpose, byte[] clear) {
        try {
            byte[] nonce = nonces.bytes(NONCE_BYTES);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, org, purpose).doFinal(clear);
            byte[] bytes = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, bytes, nonce.length, sealed.length);
            return new Sealed(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        }
    }

    @Override
    public byte[] open(OrgId org, String purpose, Sealed sealed) {
        byte[] bytes = sealed.bytes();
        try {
            byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, nonce, org, purpose)
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PluginException(
                    new ErrorCode("secret_unreadable", ErrorType.HOST),
                    Text.plain("A stored secret cannot be opened."),
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, OrgId org, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((org.value() + "|" + purpose).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
