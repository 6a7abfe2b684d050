package dev.quittance.trials.architecture;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Finds SQL that is put together from pieces: only the name of a schema or table may be put in, everything else is bound. */
final class SqlTexts {
    private static final Pattern SQL = Pattern.compile(
            "(?is)^\\s*(select\\s.*|insert into\\s.*|update\\s.*|delete from\\s.*|merge into\\s.*|create schema\\s.*|drop\\s.*|alter\\s.*|truncate\\s.*)");
    /** Names of settings and manifests, which are checked to be plain identifiers; what is made of them; a number of rows. */
    private static final Set<String> NAMES =
            Set.of("schema", "table", "column", "columns", "keys", "further", "marks", "limit");

    private SqlTexts() {}

    /** Statements with something else in them, each with its file. */
    static List<String> faults(Map<String, String> sources) {
        List<JavaFileObject> files = new ArrayList<>();
        sources.forEach((name, text) -> files.add(new Source(name, text)));
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, diagnostic -> {}, List.of("-proc:none"), null, files);
        List<String> faults = new ArrayList<>();
        try {
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(new Concatenations(unit.getSourceFile().getName(), faults), null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return faults;
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Concatenations extends TreeScanner<Void, Void> {
        private final String file;
        private final List<String> faults;

        Concatenations(String file, List<String> faults) {
            this.file = file;
            this.faults = faults;
        }

        @Override
        public Void visitBinary(BinaryTree tree, Void nothing) {
            if (tree.getKind() != Tree.Kind.PLUS) {
                return super.visitBinary(tree, nothing);
            }
            List<ExpressionTree> leaves = new ArrayList<>();
            leaves(tree, leaves);
            if (leaves.get(0) instanceof LiteralTree first
                    && first.getValue() instanceof String text
                    && SQL.matcher(text).matches()) {
                leaves.stream()
                        .filter(leaf -> !mayStandThere(leaf))
                        .forEach(leaf -> faults.add(file + ": " + leaf + " in " + text));
            }
            return null;
        }

        private static boolean mayStandThere(ExpressionTree leaf) {
            return leaf instanceof LiteralTree
                    || leaf instanceof IdentifierTree name
                            && (NAMES.contains(name.getName().toString()) || isConstant(name));
        }

        /** A piece of a statement that several share; its own text is looked at where it stands. */
        private static boolean isConstant(IdentifierTree name) {
            return name.getName().toString().matches("[A-Z][A-Z0-9_]*");
        }

        private static void leaves(ExpressionTree tree, List<ExpressionTree> leaves) {
            if (tree instanceof ParenthesizedTree inner) {
                leaves(inner.getExpression(), leaves);
            } else if (tree instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                leaves(sum.getLeftOperand(), leaves);
                leaves(sum.getRightOperand(), leaves);
            } else {
                leaves.add(tree);
            }
        }
    }
}
