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
import dev.quittance.platform.host.InstallationKeys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Seals with the installation's first key and opens with each: AES-256-GCM by Tink, which puts the number of the key before what
 * it seals. Thread-safe.
 */
final class SealedBox {
    /** How much of what is sealed names the key: a 1, and the number. */
    static final int PREFIX_BYTES = 5;

    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;

    private final Aead aead;
    private final int sealingKey;

    SealedBox(InstallationKeys keys) {
        try {
            AeadConfig.register();
            this.aead = aead(keys);
            this.sealingKey = keys.sealing().id();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the installation's keys cannot be used", e);
        }
    }

    byte[] seal(byte[] clear, String associated) throws GeneralSecurityException {
        return aead.encrypt(clear, associated.getBytes(StandardCharsets.UTF_8));
    }

    byte[] open(byte[] sealed, String associated) throws GeneralSecurityException {
        return aead.decrypt(sealed, associated.getBytes(StandardCharsets.UTF_8));
    }

    /** The number of the key that seals. */
    int sealingKey() {
        return sealingKey;
    }

    /** What everything that this key has sealed begins with. */
    static byte[] prefix(int keyId) {
        return ByteBuffer.allocate(PREFIX_BYTES).put((byte) 1).putInt(keyId).array();
    }

    @AccessesPartialKey
    private static Aead aead(InstallationKeys keys) throws GeneralSecurityException {
        AesGcmParameters parameters = AesGcmParameters.builder()
                .setKeySizeBytes(KEY_BYTES)
                .setIvSizeBytes(IV_BYTES)
                .setTagSizeBytes(TAG_BYTES)
                .setVariant(AesGcmParameters.Variant.TINK)
                .build();
        KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
        for (InstallationKey key : keys.all()) {
            AesGcmKey aesKey = AesGcmKey.builder()
                    .setParameters(parameters)
                    .setKeyBytes(SecretBytes.copyFrom(key.bytes(), InsecureSecretKeyAccess.get()))
                    .setIdRequirement(key.id())
                    .build();
            KeysetHandle.Builder.Entry entry = KeysetHandle.importKey(aesKey).withFixedId(key.id());
            keyset.addEntry(key.id() == keys.sealing().id() ? entry.makePrimary() : entry);
        }
        return keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
