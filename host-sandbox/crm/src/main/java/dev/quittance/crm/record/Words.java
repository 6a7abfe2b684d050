package dev.quittance.crm.record;

import static org.jooq.impl.DSL.lower;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Looks for text by the beginnings of its words, whatever their case. */
final class Words {
    /** Nobody types more to find something; each costs a comparison of every row. */
    private static final int MAX_WORDS = 6;

    private static final int MAX_LENGTH = 60;
    private static final char ESCAPE = '!';

    private Words() {}

    /** Whether each word of the query begins some word of one of these columns; an empty query lets everything through. */
    static Condition begin(String query, List<Field<String>> columns) {
        Condition all = DSL.noCondition();
        int words = 0;
        for (String word : query.strip().split("\\s+", -1)) {
            if (!word.isEmpty() && words++ < MAX_WORDS) {
                all = all.and(beginsIn(word, columns));
            }
        }
        return all;
    }

    private static Condition beginsIn(String word, List<Field<String>> columns) {
        String literal = escaped(word.length() > MAX_LENGTH ? word.substring(0, MAX_LENGTH) : word);
        Condition any = DSL.falseCondition();
        for (Field<String> column : columns) {
            any = any.or(like(column, literal + "%")).or(like(column, "% " + literal + "%"));
        }
        return any;
    }

    /** Lowered by the database on both sides: it and Java do not agree on every letter. */
    private static Condition like(Field<String> column, String pattern) {
        return lower(column).like(lower(DSL.val(pattern, SQLDataType.VARCHAR)), ESCAPE);
    }

    /** What LIKE would take for a sign of its own stands for itself. */
    private static String escaped(String word) {
        return word.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
