package dev.quittance.crm.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All mail that was delivered, one file each, as it came over the wire after one line that names its recipient. A mail is on
 * disk before its sender hears that it was taken. Thread-safe.
 */
public final class Inbox {
    /** What a person looks through; older files stay in the folder. */
    public static final int SHOWN = 200;

    /** Then a mail goes, with all that it says: long enough to look into, and no archive of what people write. */
    static final Duration KEPT = Duration.ofDays(90);

    /** Looked for this often, while mail comes. */
    private static final Duration EVERY = Duration.ofHours(1);

    /** So many go at a time. */
    private static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final String ENDING = ".eml";
    /** Sorts by time as text, and stands in an address as it is. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'.'SSS", Locale.ROOT);

    private static final Pattern ID = Pattern.compile("(\\d{8}T\\d{6}\\.\\d{3})-\\d{4,18}");

    private final Path folder;
    private final Clock clock;
    private final AtomicLong sequence;
    private final AtomicReference<Instant> forgotten = new AtomicReference<>(Instant.MIN);

    private Inbox(Path folder, Clock clock, long last) {
        this.folder = folder;
        this.clock = clock;
        this.sequence = new AtomicLong(last);
    }

    /** Opens the inbox in a folder, which is made if it is missing. */
    public static Inbox open(Path folder, Clock clock) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                return new Inbox(folder, clock, files.count());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetOld() throws IOException {
        Instant now = clock.instant();
        Instant last = Objects.requireNonNullElse(forgotten.get(), Instant.MIN);
        if (last.equals(Instant.MIN) || !now.isBefore(last.plus(EVERY))) {
            forgotten.set(now);
            forgetBefore(MOMENT.format(LocalDateTime.ofInstant(now.minus(KEPT), ZoneOffset.UTC)));
        }
    }

    /** Names sort by time. */
    private void forgetBefore(String moment) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> old = files.filter(file -> isBefore(file.getFileName().toString(), moment))
                    .limit(BATCH)
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isBefore(String name, String moment) {
        return name.endsWith(ENDING)
                && ID.matcher(name.substring(0, name.length() - ENDING.length()))
                        .matches()
                && name.compareTo(moment) < 0;
    }

    /** Keeps a mail as it came, and returns its id. */
    String keep(String recipient, byte[] message) throws IOException {
        forgetOld();
        String moment = MOMENT.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
        String id = moment + "-" + String.format(Locale.ROOT, "%04d", sequence.incrementAndGet());
        Path unfinished = folder.resolve(id + ".part");
        String first = LetterReader.DELIVERED_TO + ": " + recipient.replaceAll("[\\r\\n]", "") + "\r\n";
        try (FileChannel out = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeAll(out, first.getBytes(StandardCharsets.UTF_8));
            writeAll(out, message);
            out.force(true);
        }
        Files.move(unfinished, folder.resolve(id + ENDING), StandardCopyOption.ATOMIC_MOVE);
        return id;
    }

    /** The newest {@link #SHOWN} mails, newest first. A file that is no mail is left out. */
    public List<Letter> list() {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> ids = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .filter(name -> ID.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .limit(SHOWN)
                    .toList();
            List<Letter> letters = new ArrayList<>();
            ids.forEach(id -> find(id).ifPresent(letters::add));
            return letters;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mail, or empty if there is none by that id. */
    public Optional<Letter> find(String id) {
        return findFile(id).flatMap(file -> {
            Instant receivedAt = LocalDateTime.parse(id.substring(0, id.indexOf('-')), MOMENT)
                    .toInstant(ZoneOffset.UTC);
            try {
                return Optional.of(LetterReader.read(id, receivedAt, file));
            } catch (IOException e) {
                LOG.warn("mail {} cannot be read", id, e);
                return Optional.empty();
            }
        });
    }

    /** The file of a mail, or empty if there is none by that id. */
    public Optional<Path> findFile(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return Optional.of(folder.resolve(id + ENDING)).filter(Files::isRegularFile);
    }

    private static void writeAll(FileChannel out, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }
}
