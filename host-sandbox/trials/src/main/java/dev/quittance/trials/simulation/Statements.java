package dev.quittance.trials.simulation;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from a statement's text what it does to which tables. */
final class Statements {
    /** H2 gives back generated values by wrapping the change into a reading. */
    private static final String CHANGE_INSIDE = " from final table (";

    private static final Pattern TARGET =
            Pattern.compile("^\\s*(?:insert\\s+into|update|delete\\s+from|merge\\s+into)\\s+\"?([a-z_]+)");
    private static final Pattern SOURCE = Pattern.compile("\\b(?:from|join)\\s+\"?([a-z_]+)");

    private Statements() {}

    /** What a statement does. */
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

    static Kind kind(String sql) {
        String lower = change(sql);
        for (Kind kind : Kind.values()) {
            if (kind.writes() && lower.startsWith(kind.name().toLowerCase(Locale.ROOT))) {
                return kind;
            }
        }
        return Kind.READING;
    }

    /** The tables that it changes, or, where it only reads, those that it reads. */
    static Set<String> tables(String sql) {
        String lower = change(sql);
        Matcher matcher = (kind(sql).writes() ? TARGET : SOURCE).matcher(lower);
        Set<String> tables = new TreeSet<>();
        while (matcher.find()) {
            tables.add(matcher.group(1));
        }
        return tables;
    }

    private static String change(String sql) {
        String lower = sql.stripLeading().toLowerCase(Locale.ROOT);
        int inside = lower.indexOf(CHANGE_INSIDE);
        return inside < 0 ? lower : lower.substring(inside + CHANGE_INSIDE.length());
    }
}
