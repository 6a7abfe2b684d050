package dev.quittance.platform.render;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A part of a page with its words chosen and its amounts written: what templates show and what the JSON form carries. Immutable. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
public sealed interface BlockView {

    /**
     * A paragraph.
     *
     * @param text its words
     */
    record Paragraph(String text) implements BlockView {}

    /**
     * A large amount.
     *
     * @param amount the amount
     * @param caption what it is for
     */
    record Amount(String amount, String caption) implements BlockView {}

    /**
     * Labels and values.
     *
     * @param facts in order
     */
    record Facts(List<FactView> facts) implements BlockView {}

    /**
     * A sentence that must not be overlooked.
     *
     * @param callout the sentence
     */
    record Callout(CalloutView callout) implements BlockView {}

    /**
     * A form.
     *
     * @param form the form
     */
    record Ask(FormView form) implements BlockView {}

    /**
     * A list.
     *
     * @param list the list
     */
    record Listing(ListPart list) implements BlockView {}

    /**
     * A link shown as a button.
     *
     * @param label its words
     * @param href where it leads; empty if it leads nowhere allowed
     */
    record Button(String label, String href) implements BlockView {}
}
