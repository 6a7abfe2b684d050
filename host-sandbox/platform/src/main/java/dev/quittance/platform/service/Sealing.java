package dev.quittance.platform.service;

import dev.quittance.platform.extension.PluginManifest;
import dev.quittance.platform.host.InstallationKey;
import dev.quittance.platform.host.InstallationKeys;
import dev.quittance.platform.jobs.HostTask;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * The keys of this installation over its database: which of them something is sealed with, and where. A key that is still needed
 * cannot be left out, and another cannot take its number: the platform does not start then. Thread-safe.
 */
public final class Sealing {
    private final DataSource dataSource;
    private final SealingRepository repository;
    private final SealedBox box;
    private final String installationId;
    private final Set<String> fingerprints;
    private final Resealing resealing;

    /**
     * What it works on.
     *
     * @param dataSource the host's pool
     * @param schema the platform's
     * @param clock time
     */
    public record Ground(DataSource dataSource, String schema, Clock clock) {}

    private Sealing(Ground ground, SealingRepository repository, InstallationKeys keys) throws SQLException {
        this.dataSource = ground.dataSource();
        this.repository = repository;
        this.box = new SealedBox(keys);
        this.installationId = repository.installationId(idOf(oldest(keys)));
        this.fingerprints = keys.all().stream().map(Sealing::checkOf).collect(Collectors.toUnmodifiableSet());
        this.resealing = new Resealing(dataSource, repository, box, keys.all().size() > 1, ground.clock());
    }

    /**
     * Compares the keys with what the database knows of.
     *
     * @throws IllegalStateException if a key that something is sealed with is missing, or another has its number; nothing is changed then
     */
    public static Sealing open(InstallationKeys keys, Ground ground) {
        try {
            SealingRepository repository = new SealingRepository(ground.dataSource(), ground.schema());
            Sealing sealing = new Sealing(ground, repository, keys);
            sealing.admit(keys, ground.clock());
            return sealing;
        } catch (SQLException e) {
            throw new IllegalStateException("the installation's keys cannot be compared with the database", e);
        }
    }

    /** What the installation calls itself; stays the same when its key is another. */
    String installationId() {
        return installationId;
    }

    /** A fingerprint of each key: the same that the database knows them by. */
    Set<String> fingerprints() {
        return fingerprints;
    }

    /** A plugin is about to be on: notes where it keeps what is sealed, and gives it its box. */
    PluginSecrets secretsOf(PluginManifest manifest, String pluginSchema) {
        try {
            List<SealingRepository.Place> places = manifest.sealed()
                    .map(columns -> columns.stream()
                            .map(column ->
                                    new SealingRepository.Place(manifest.id(), pluginSchema, Optional.of(column)))
                            .toList())
                    .orElseGet(
                            () -> List.of(new SealingRepository.Place(manifest.id(), pluginSchema, Optional.empty())));
            for (SealingRepository.Place place : places) {
                if (place.column().isPresent()) {
                    // Asks for every name that was declared.
                    SealedRows.of(dataSource, pluginSchema, place.column().get())
                            .listNotSealedWith(box.sealingKey(), List.of(), 1);
                }
            }
            repository.notePlaces(manifest.id(), places);
            return new PluginSecrets(box, manifest);
        } catch (SQLException e) {
            throw new IllegalStateException("the plugin's sealed columns are not as it declares them", e);
        }
    }

    /** Seals anew what is sealed with another key than the first. */
    public HostTask resealing() {
        return resealing;
    }

    /** Whether there is more than one key, so that something may have to be sealed anew. */
    public boolean isChanging() {
        return resealing.isNeeded();
    }

    private void admit(InstallationKeys keys, Clock clock) throws SQLException {
        Map<Integer, String> known = repository.listKeys();
        Map<Integer, String> now = new TreeMap<>();
        keys.all().forEach(key -> now.put(key.id(), checkOf(key)));
        for (Map.Entry<Integer, String> before : known.entrySet()) {
            String check = now.get(before.getKey());
            if (check == null) {
                requireUnused(before.getKey(), "is missing, and secrets are sealed with it.");
            } else if (!check.equals(before.getValue())) {
                requireUnused(before.getKey(), "is not the one that secrets are sealed with.");
            }
        }
        for (Map.Entry<Integer, String> before : known.entrySet()) {
            if (!before.getValue().equals(now.get(before.getKey()))) {
                repository.forgetKey(before.getKey());
            }
        }
        for (Map.Entry<Integer, String> key : now.entrySet()) {
            if (!key.getValue().equals(known.get(key.getKey()))) {
                repository.noteKey(key.getKey(), key.getValue(), clock.instant());
            }
        }
    }

    private void requireUnused(int keyId, String trouble) throws SQLException {
        for (SealingRepository.Place place : repository.listPlaces()) {
            boolean used = place.column().isEmpty()
                    || SealedRows.of(dataSource, place.schema(), place.column().get())
                                    .countSealedWith(keyId)
                            > 0;
            if (used) {
                throw new IllegalStateException("The installation's key " + keyId + " " + trouble
                        + " Nothing was changed. Put the right key back into its file or"
                        + " into QUITTANCE_KEY, and start again.");
            }
        }
    }

    private static InstallationKey oldest(InstallationKeys keys) {
        return keys.all().stream()
                .min(Comparator.comparingInt(InstallationKey::id))
                .orElseThrow();
    }

    private static String checkOf(InstallationKey key) {
        return HexFormat.of().formatHex(hash("quittance key check", key));
    }

    private static String idOf(InstallationKey key) {
        return UUID.nameUUIDFromBytes(hash("quittance installation id", key)).toString();
    }

    private static byte[] hash(String what, InstallationKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(what.getBytes(StandardCharsets.UTF_8));
            return digest.digest(key.bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
