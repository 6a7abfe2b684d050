package dev.quittance.api.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ListViewTest {
    private static final List<Column> ONE_COLUMN = List.of(Column.of("name", Text.plain("Name")));

    @Test
    void a_row_has_a_cell_for_every_column() {
        Row tooMany = new Row("r1", List.of(Cell.empty(), Cell.empty()));

        assertThatIllegalArgumentException().isThrownBy(() -> list(List.of(tooMany)));
    }

    @Test
    void more_rows_than_a_page_may_have_are_refused() {
        List<Row> rows = java.util.Collections.nCopies(ListQuery.MAX_LIMIT + 1, new Row("r", List.of(Cell.empty())));

        assertThatIllegalArgumentException().isThrownBy(() -> list(rows));
    }

    @Test
    void a_form_shown_again_keeps_the_answers_but_never_a_secret() {
        Form form = new Form(
                "connect",
                Text.plain("Connect"),
                List.of(),
                List.of(
                        Field.of("name", FieldType.TEXT, Text.plain("Name")),
                        Field.of("key", FieldType.SECRET, Text.plain("Key"))),
                Text.plain("Save"));

        Form again = form.answered(
                new FormValues(Map.of("name", " Dana ", "key", "sk_test_1")), Map.of("key", Text.plain("wrong")));

        assertThat(again.fields()).extracting(Field::value).containsExactly("Dana", "");
        assertThat(again.fields().get(1).error()).isEqualTo(Text.plain("wrong"));
    }

    @Test
    void answers_do_not_print_themselves() {
        assertThat(new FormValues(Map.of("key", "sk_test_1"))).hasToString("FormValues[key]");
    }

    private static ListView list(List<Row> rows) {
        return new ListView(Text.plain("People"), ONE_COLUMN, rows, Text.plain("none"), Optional.empty(), List.of());
    }
}
