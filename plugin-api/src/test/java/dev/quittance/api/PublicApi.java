package dev.quittance.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down every public and protected thing of the API, one line each, sorted: what a plugin may be compiled against. */
final class PublicApi {
    private final Path classes;

    PublicApi(Path classes) {
        this.classes = classes;
    }

    List<Class<?>> types() {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(classes::relativize)
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .sorted()
                    .<Class<?>>map(name -> load(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                    .filter(type -> isOpen(type.getModifiers()))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Class<?> type : types()) {
            lines.add(head(type));
            Stream.of(fields(type), constructors(type), methods(type))
                    .flatMap(s -> s)
                    .sorted()
                    .forEach(line -> lines.add("  " + line));
        }
        return lines;
    }

    private static String head(Class<?> type) {
        String kind = type.isAnnotation()
                ? "annotation"
                : type.isInterface() ? "interface" : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
        String implemented =
                Arrays.stream(type.getInterfaces()).map(Class::getName).sorted().collect(Collectors.joining(", "));
        Class<?> parent = type.getSuperclass();
        return modifiers(type.getModifiers() & ~Modifier.INTERFACE & ~Modifier.STATIC)
                + (type.isSealed() ? "sealed " : "")
                + kind + " " + type.getName()
                + (parent == null || parent == Object.class || parent == Record.class || parent == Enum.class
                        ? ""
                        : " extends " + parent.getName())
                + (implemented.isEmpty() ? "" : " implements " + implemented);
    }

    private static Stream<String> fields(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> isOpen(field.getModifiers()) && !field.isSynthetic())
                .map(PublicApi::line);
    }

    private static String line(Field field) {
        return modifiers(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName();
    }

    private static Stream<String> constructors(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> isOpen(constructor.getModifiers()) && !constructor.isSynthetic())
                .map((Constructor<?> constructor) ->
                        modifiers(constructor.getModifiers()) + "<init>" + parameters(constructor));
    }

    private static Stream<String> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> isOpen(method.getModifiers()) && !method.isSynthetic())
                .map(PublicApi::line);
    }

    private static String line(Method method) {
        return modifiers(method.getModifiers() & ~Modifier.TRANSIENT & ~Modifier.VOLATILE)
                + (method.isDefault() ? "default " : "")
                + name(method.getGenericReturnType()) + " " + method.getName() + parameters(method);
    }

    private static String parameters(Executable executable) {
        return Arrays.stream(executable.getGenericParameterTypes())
                .map(PublicApi::name)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String name(Type type) {
        return type.getTypeName();
    }

    private static String modifiers(int modifiers) {
        String words = Modifier.toString(modifiers);
        return words.isEmpty() ? "" : words + " ";
    }

    private static boolean isOpen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name, e);
        }
    }
}
