package dev.quittance.platform.service;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import dev.quittance.platform.host.InstallationKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;

/** Seals with the installation's key: AES-256-GCM by Tink, whose prefix leaves room for a second key later. Thread-safe. */
final class SealedBox {
    /** Names the first key in what is sealed. */
    private static final int FIRST_KEY_ID = 1;

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Aead aead;
    private final String installationId;

    SealedBox(InstallationKey key) {
        try {
            AeadConfig.register();
            this.aead = aead(key.bytes());
            this.installationId = idOf(key.bytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the installation key cannot be used", e);
        }
    }

    /** The installation's id: it follows from the key, so a copy of the database under another key has another. */
    String installationId() {
        return installationId;
    }

    byte[] seal(byte[] clear, String associated) throws GeneralSecurityException {
        return aead.encrypt(clear, associated.getBytes(StandardCharsets.UTF_8));
    }

    byte[] open(byte[] sealed, String associated) throws GeneralSecurityException {
        return aead.decrypt(sealed, associated.getBytes(StandardCharsets.UTF_8));
    }

    @AccessesPartialKey
    private static Aead aead(byte[] key) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(IV_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        AesGcmKey aesKey = AesGcmKey.builder()
                .setParameters(parameters)
                .setKeyBytes(SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get()))
                .setIdRequirement(FIRST_KEY_ID)
                .build();
        return KeysetHandle.newBuilder()
                .addEntry(
                        KeysetHandle.importKey(aesKey).withFixedId(FIRST_KEY_ID).makePrimary())
                .build()
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static String idOf(byte[] key) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("quittance installation id".getBytes(StandardCharsets.UTF_8));
        return UUID.nameUUIDFromBytes(digest.digest(key)).toString();
    }
}
