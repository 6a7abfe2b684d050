package dev.quittance.platform.lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plugin's zip: measured, looked through and unpacked by ourselves, never by a library that trusts it. */
final class PluginZip {
    private static final Logger LOG = LoggerFactory.getLogger(PluginZip.class);
    /** Twice the payments plugin with Stripe's library. */
    private static final long MAX_ZIP_BYTES = 60L * 1024 * 1024;
    /** What such a zip may become on disk. */
    private static final long MAX_UNPACKED_BYTES = 240L * 1024 * 1024;

    private static final int MAX_ENTRIES = 2_000;
    /** Class files shrink to a third; a bomb shrinks to a thousandth. */
    private static final long MAX_RATIO = 100;
    /** Small entries may shrink more without being dangerous. */
    private static final long RATIO_FREE_BYTES = 1024 * 1024;

    private static final int COPY_BYTES = 16 * 1024;
    private static final int HASH_CHARACTERS = 8;

    private final Path zip;

    PluginZip(Path zip) {
        this.zip = zip;
    }

    /** The first digits of its SHA-256: two zips of one version never share a folder. */
    String shortHash() {
        requireSize();
        try (InputStream in = Files.newInputStream(zip);
                DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digest.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest()).substring(0, HASH_CHARACTERS);
        } catch (IOException e) {
            throw new InstallException("zip_unreadable", "the zip cannot be read: " + zip.getFileName(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Unpacks it into a folder that is not there yet, through one beside it, so that it is there whole or not at all. */
    void unpackTo(Path folder) {
        requireSize();
        Path beside = folder.resolveSibling(folder.getFileName() + ".part");
        try (ZipFile file = new ZipFile(zip.toFile())) {
            ZipLinks.requireNone(zip);
            deleteAll(beside);
            Files.createDirectories(beside);
            unpack(file, beside);
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InstallException("zip_unreadable", "the zip cannot be unpacked: " + e.getMessage(), e);
        } finally {
            deleteQuietly(beside);
        }
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private void unpack(ZipFile file, Path folder) throws IOException {
        List<? extends ZipEntry> entries = file.stream().toList();
        if (entries.size() > MAX_ENTRIES) {
            throw unsafe("more than " + MAX_ENTRIES + " entries");
        }
        Set<String> seen = new HashSet<>();
        long total = 0;
        for (ZipEntry entry : entries) {
            Path target = targetOf(entry, folder);
            if (!seen.add(target.toString().toLowerCase(Locale.ROOT))) {
                throw unsafe("the entry is there twice: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.getParent());
                total += copy(file, entry, target);
                if (total > MAX_UNPACKED_BYTES) {
                    throw unsafe("more than " + MAX_UNPACKED_BYTES + " bytes when unpacked");
                }
            }
        }
    }

    private static Path targetOf(ZipEntry entry, Path folder) {
        String name = entry.getName();
        boolean odd = name.isEmpty()
                || name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.chars().anyMatch(character -> character < ' ')
                || Stream.of(name.split("/", -1)).anyMatch(part -> part.equals("..") || part.equals("."));
        Path target = odd ? folder : folder.resolve(name).normalize();
        if (odd || !target.startsWith(folder) || target.equals(folder)) {
            throw unsafe("an entry leads out of the zip: " + name);
        }
        return target;
    }

    /** Counts what really comes out: sizes in a zip are only claims. */
    private static long copy(ZipFile file, ZipEntry entry, Path target) throws IOException {
        long written = 0;
        long most = Math.max(RATIO_FREE_BYTES, entry.getCompressedSize() * MAX_RATIO);
        byte[] buffer = new byte[COPY_BYTES];
        try (InputStream in = file.getInputStream(entry);
                OutputStream out = Files.newOutputStream(target)) {
            int count = in.read(buffer);
            while (count >= 0) {
                written += count;
                if (written > most || written > MAX_UNPACKED_BYTES) {
                    throw unsafe("an entry is far larger than its compressed size: " + entry.getName());
                }
                out.write(buffer, 0, count);
                count = in.read(buffer);
            }
        }
        return written;
    }

    private void requireSize() {
        try {
            if (!Files.isRegularFile(zip) || Files.size(zip) > MAX_ZIP_BYTES) {
                throw new InstallException(
                        "zip_unreadable",
                        "not a zip of at most " + MAX_ZIP_BYTES + " bytes: " + zip.getFileName(),
                        null);
            }
        } catch (IOException e) {
            throw new InstallException("zip_unreadable", "the zip cannot be read: " + zip.getFileName(), e);
        }
    }

    private static InstallException unsafe(String what) {
        return new InstallException("zip_unsafe", "the zip was refused: " + what, null);
    }

    static void deleteQuietly(Path folder) {
        try {
            deleteAll(folder);
        } catch (IOException e) {
            // A left-over folder is removed before the next try.
            LOG.debug("left over: {}", folder.getFileName(), e);
        }
    }
}
