package dev.quittance.platform.extension;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column in which a plugin keeps what the host sealed for it, so that the host can seal it anew with another key. The table has
 * a primary key, and the organisation in a column {@code org_id}. Immutable and thread-safe.
 *
 * @param table in the plugin's own schema
 * @param column of sealed bytes; null or no bytes for nothing
 * @param purpose what it is sealed for, with other columns of the row in braces: {@code stripe_key/{connection_id}}
 */
public record SealedColumn(String table, String column, String purpose) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final Pattern PURPOSE = Pattern.compile("(?:[a-z0-9_/-]|\\{[a-z][a-z0-9_]{0,62}\\}){1,200}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z0-9_]+)\\}");

    /** Takes plain lower-case names alone: they are put into SQL. */
    public SealedColumn {
        if (!isName(table) || !isName(column) || !PURPOSE.matcher(purpose).matches()) {
            throw new IllegalArgumentException("not a sealed column: " + table + "." + column + " for " + purpose);
        }
    }

    /** Whether this can be put into SQL as the name of a table or column. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Says of a purpose whether what is sealed for it is kept here. Keep it: to make it costs more than to ask it. */
    public Predicate<String> taking() {
        StringBuilder shape = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(purpose);
        int from = 0;
        while (placeholder.find()) {
            shape.append(Pattern.quote(purpose.substring(from, placeholder.start())))
                    .append(".+");
            from = placeholder.end();
        }
        shape.append(Pattern.quote(purpose.substring(from)));
        return Pattern.compile(shape.toString()).asMatchPredicate();
    }

    /** The columns that stand in the purpose. */
    public Set<String> namesInPurpose() {
        Set<String> names = new TreeSet<>();
        PLACEHOLDER.matcher(purpose).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** The purpose of a row with these values in the columns that stand in it. */
    public String purposeOf(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(purpose)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
