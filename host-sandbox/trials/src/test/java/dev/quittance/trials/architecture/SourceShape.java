package dev.quittance.trials.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Measures sources: rooms stay small. */
final class SourceShape {
    static final int MAX_FILE_LINES = 400;
    static final int MAX_METHOD_LINES = 40;
    static final int MAX_PARAMETERS = 5;

    private SourceShape() {}

    /** What is too large in sources, by name, each with its place. */
    static List<String> faults(Map<String, String> sources) {
        List<String> faults = new ArrayList<>();
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, source) -> {
            int lines = (int) source.lines().count();
            if (lines > MAX_FILE_LINES) {
                faults.add(name + ": " + lines + " lines in a file");
            }
            files.add(new Source(name, source));
        });
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, files);
        try {
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Methods(unit.getSourceFile().getName(), unit, positions, faults), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Methods extends TreeScanner<Void, Boolean> {
        private final String name;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> faults;

        Methods(String name, CompilationUnitTree unit, SourcePositions positions, List<String> faults) {
            this.name = name;
            this.unit = unit;
            this.positions = positions;
            this.faults = faults;
        }

        @Override
        public Void visitClass(ClassTree type, Boolean inRecord) {
            return super.visitClass(type, type.getKind() == Tree.Kind.RECORD);
        }

        @Override
        public Void visitMethod(MethodTree method, Boolean inRecord) {
            LineMap map = unit.getLineMap();
            long end = positions.getEndPosition(unit, method);
            if (method.getBody() != null && end > 0) {
                long start = positions.getStartPosition(unit, method.getBody());
                long lines = map.getLineNumber(end) - map.getLineNumber(start) + 1;
                if (lines > MAX_METHOD_LINES) {
                    faults.add(name + ": " + method.getName() + ": " + lines + " lines in a method");
                }
            }
            boolean recordHeader = Boolean.TRUE.equals(inRecord) && method.getReturnType() == null;
            if (!recordHeader && method.getParameters().size() > MAX_PARAMETERS) {
                faults.add(name + ": " + method.getName() + ": "
                        + method.getParameters().size() + " parameters");
            }
            return super.visitMethod(method, inRecord);
        }
    }
}
