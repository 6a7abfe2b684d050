package dev.quittance.emulator.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GroupCommitTest {
    private static final long LONG_ENOUGH_SECONDS = 60;

    @TempDir
    Path folder;

    /** A disk that can be slow or full. */
    private static final class TestDisk implements Disk {
        final List<String> writes = new ArrayList<>();
        final AtomicBoolean full = new AtomicBoolean();
        final CountDownLatch firstBegun = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public void write(byte[] wholeLines) throws IOException {
            firstBegun.countDown();
            try {
                if (!goOn.await(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)) {
                    throw new IOException("nobody let it go on");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            if (full.get()) {
                throw new IOException("no space left");
            }
            writes.add(new String(wholeLines, StandardCharsets.UTF_8));
        }

        @Override
        public void replace(Iterable<String> lines) {
            writes.clear();
            lines.forEach(line -> writes.add(line + "\n"));
        }

        @Override
        public long bytes() {
            return writes.stream().mapToLong(String::length).sum();
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    }

    private FileJournal journal(TestDisk disk) throws IOException {
        return new FileJournal(
                folder.resolve("journal"),
                disk,
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    }

    @Test
    void lines_that_come_while_the_disk_works_are_written_together() throws Exception {
        TestDisk disk = new TestDisk();
        FileJournal journal = journal(disk);
        journal.append("1");
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> journal.force(1));
        assertThat(disk.firstBegun.await(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS)).isTrue();

        journal.append("2");
        journal.append("3");
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> journal.force(2));
        CompletableFuture<Void> third = CompletableFuture.runAsync(() -> journal.force(3));
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
        disk.goOn.countDown();

        CompletableFuture.allOf(first, second, third).get(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS);
        assertThat(disk.writes).containsExactly("1\n", "2\n3\n");
        journal.force(3);
        assertThat(disk.writes).hasSize(2);
    }

    @Test
    void what_a_full_disk_does_not_take_is_written_first_when_there_is_room_again() throws Exception {
        TestDisk disk = new TestDisk();
        disk.goOn.countDown();
        disk.full.set(true);
        FileJournal journal = journal(disk);
        journal.append("1");

        assertThatThrownBy(() -> journal.force(1)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> journal.append("2"))
                .as("nothing more is believed to have happened meanwhile")
                .isInstanceOf(UncheckedIOException.class);
        disk.full.set(false);
        journal.force(1);
        journal.append("3");
        journal.force(2);

        assertThat(disk.writes).containsExactly("1\n", "3\n");
    }

    @Test
    void lines_stay_in_the_order_in_which_they_were_handed_over() throws Exception {
        Path file = folder.resolve("journal.jsonl");
        List<String> expected = new ArrayList<>();
        try (Journal journal = Journal.file(file)) {
            List<CompletableFuture<Void>> waiting = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                String line = "{\"n\":" + i + "}";
                expected.add(line);
                journal.append(line);
                long mine = journal.appended();
                waiting.add(CompletableFuture.runAsync(() -> journal.force(mine)));
            }
            CompletableFuture.allOf(waiting.toArray(CompletableFuture[]::new))
                    .get(LONG_ENOUGH_SECONDS, TimeUnit.SECONDS);
            assertThat(Files.readAllLines(file)).isEqualTo(expected);
        }
    }

    @Test
    void other_lines_take_the_place_of_all_at_one_stroke() throws Exception {
        Path file = folder.resolve("journal.jsonl");
        try (Journal journal = Journal.file(file)) {
            journal.append("old");
            journal.force(1);
            journal.append("never forced");

            journal.replace(List.of("a", "b"));
            journal.append("c");
            journal.force(journal.appended());

            assertThat(journal.lines()).containsExactly("a", "b", "c");
            assertThat(journal.bytes()).isEqualTo(6);
        }
        try (Journal journal = Journal.file(file)) {
            assertThat(journal.lines()).containsExactly("a", "b", "c");
        }
    }

    @Test
    void a_crash_while_lines_are_replaced_leaves_the_old_ones() throws Exception {
        Path file = folder.resolve("journal.jsonl");
        Files.writeString(file, "a\nb\n");
        Files.writeString(folder.resolve("journal.jsonl.new"), "c\nhalf");

        try (Journal journal = Journal.file(file)) {
            assertThat(journal.lines()).containsExactly("a", "b");
        }
        assertThat(folder.resolve("journal.jsonl.new")).doesNotExist();
    }
}
