package dev.quittance.trials.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StatementsTest {
    @Test
    void a_statement_tells_what_it_does_to_which_table() {
        assertThat(Statements.parse("select * from outbox").kind()).isEqualTo(Statements.Kind.READING);
        assertThat(Statements.parse(" Update attempt set state = ?").kind()).isEqualTo(Statements.Kind.UPDATE);
        assertThat(Statements.parse("insert into operation (org_id) values (?)").kind())
                .isEqualTo(Statements.Kind.INSERT);
        assertThat(Statements.parse("insert into operation (org_id) values (?)").tables())
                .containsExactly("operation");
        assertThat(Statements.parse("delete from outbox where 1 = 2").tables()).containsExactly("outbox");
    }

    @Test
    void a_reading_names_every_table_that_it_looks_into() {
        String sql = "select a.state from attempt a join payment_request r on r.request_id = a.request_id"
                + " where exists (select 1 from payment) for update";

        assertThat(Statements.parse(sql).tables()).containsExactly("attempt", "payment", "payment_request");
    }

    @Test
    void a_writing_names_only_what_it_writes() {
        String sql = "update attempt set state = ? where attempt_id in (select attempt_id from payment)";

        assertThat(Statements.parse(sql).tables()).containsExactly("attempt");
    }

    @Test
    void a_change_inside_a_reading_is_a_change() {
        String sql = "select operation_id from final table (insert into operation (org_id) values (?)) operation";

        assertThat(Statements.parse(sql).kind()).isEqualTo(Statements.Kind.INSERT);
        assertThat(Statements.parse(sql).tables()).containsExactly("operation");
    }
}
