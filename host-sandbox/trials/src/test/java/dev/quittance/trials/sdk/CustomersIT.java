package dev.quittance.trials.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.CustomerListParams;
import com.stripe.param.CustomerUpdateParams;
import com.stripe.param.common.EmptyParam;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Customers, through the official client. */
final class CustomersIT {
    private final Office office = Office.open();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void a_customer_is_made_changed_emptied_and_deleted() throws StripeException {
        var customers = office.client().v1().customers();
        Customer made = customers.create(CustomerCreateParams.builder()
                .setEmail("ana@example.com")
                .setName("Ana Ruiz")
                .putMetadata("project", "17")
                .build());
        Customer changed = customers.update(
                made.getId(),
                CustomerUpdateParams.builder()
                        .setName(EmptyParam.EMPTY)
                        .putMetadata("project", "")
                        .setPhone("+1 212 555 0100")
                        .build());

        assertThat(changed.getName()).isNull();
        assertThat(changed.getMetadata()).isEmpty();
        assertThat(changed.getEmail()).isEqualTo("ana@example.com");
        assertThat(customers.delete(made.getId()).getDeleted()).isTrue();
        assertThat(customers.retrieve(made.getId()).getDeleted()).isTrue();
        office.checkAnswers();
    }

    @Test
    void every_page_of_a_list_is_found_by_following_it() throws StripeException {
        var customers = office.client().v1().customers();
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            made.add(
                    0,
                    customers
                            .create(CustomerCreateParams.builder()
                                    .setName("c" + i)
                                    .build())
                            .getId());
        }

        List<String> found = new ArrayList<>();
        customers
                .list(CustomerListParams.builder().setLimit(5L).build())
                .autoPagingIterable()
                .forEach(customer -> found.add(customer.getId()));

        assertThat(found).isEqualTo(made);
        office.checkAnswers();
    }
}
