package dev.quittance.platform.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quittance.platform.sample.Until;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class LinkedRecordsTest {
    @Test
    void a_record_that_was_compared_last_keeps_no_class_loader() throws Exception {
        WeakReference<ClassLoader> gone = new WeakReference<>(compareElsewhere());

        LinkedRecords.displace();

        Until.comesTrue(() -> {
            System.gc();
            return gone.get() == null;
        });
        assertThat(gone.get()).isNull();
    }

    /** As a plugin would: its own class, its own loader, the first comparison there ever is of it. */
    private static ClassLoader compareElsewhere() throws Exception {
        ClassLoader own = new OwnCopies();
        Class<?> type = own.loadClass(Compared.class.getName());
        assertThat(type.getClassLoader()).isSameAs(own);
        Object one = Objects.requireNonNull(
                type.getDeclaredMethod("comparedAndShown").invoke(null));
        assertThat(one.toString()).contains("true");
        return own;
    }

    /** A record, and its three methods at work. */
    public record Compared(String name) {
        /** Links all three. */
        public static String comparedAndShown() {
            Compared one = new Compared("a");
            return one.equals(new Compared("a")) + " " + one.hashCode() + " " + one;
        }
    }

    /** Defines the record again, and what it lies in, from the same bytes. */
    private static final class OwnCopies extends ClassLoader {
        OwnCopies() {
            super(LinkedRecordsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith(LinkedRecordsTest.class.getName()) ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = Objects.requireNonNull(in).readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
