package dev.quittance.trials.simulation;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from a statement's text what it does to which tables; remembers it, since a plugin has a few hundred statements. */
final class Statements {
    /** H2 gives back generated values by wrapping the change into a reading. */
    private static final String CHANGE_INSIDE = " from final table (";

    private static final Pattern TARGET =
            Pattern.compile("^\\s*(?:insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+\"?([a-z_]+)");
    private static final Pattern SOURCE = Pattern.compile("\\b(?:from|join)\\s+\"?([a-z_]+)");

    private final Map<String, Statement> known = new HashMap<>();

    /**
     * What a statement does.
     *
     * @param kind how
     * @param tables those that it changes, or, where it only reads, those that it reads
     */
    record Statement(Kind kind, Set<String> tables) {}

    /** How a statement works on its tables. */
    enum Kind {
        READING,
        INSERT,
        UPDATE,
        DELETE,
        MERGE;

        boolean writes() {
            return this != READING;
        }
    }

    Statement read(String sql) {
        return known.computeIfAbsent(sql, Statements::parse);
    }

    static Statement parse(String sql) {
        String change = change(sql);
        Kind kind = kind(change);
        Matcher matcher = (kind.writes() ? TARGET : SOURCE).matcher(change);
        Set<String> tables = new TreeSet<>();
        while (matcher.find()) {
            tables.add(matcher.group(1));
        }
        return new Statement(kind, Collections.unmodifiableSet(tables));
    }

    private static Kind kind(String lower) {
        for (Kind kind : Kind.values()) {
            if (kind.writes() && lower.startsWith(kind.name().toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        return Kind.READING;
    }

    private static String change(String sql) {
        String lower = sql.stripLeading().toLowerCase(Locale.ROOT);
        int inside = lower.indexOf(CHANGE_INSIDE);
        return inside < 0 ? lower : lower.substring(inside + CHANGE_INSIDE.length());
    }
}
