package dev.quittance.crm.demo;

/** A step of the demo did not come; the message says what was seen instead. */
final class DemoFailure extends Exception {
    private static final long serialVersionUID = 1L;

    DemoFailure(String message) {
        super(message);
    }
}
