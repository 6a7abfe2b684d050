package dev.quittance.stripe.connection;

import dev.quittance.api.ErrorCode;
import dev.quittance.api.ui.Text;
import java.util.function.Function;

/** What came of connecting. Implementations are immutable. */
sealed interface ConnectResult {
    /** One of the two, as a value. */
    <R> R fold(Function<Connected, R> connected, Function<NotConnected, R> notConnected);

    /**
     * The connection stands.
     *
     * @param connection as it stands
     */
    record Connected(Connection connection) implements ConnectResult {
        @Override
        public <R> R fold(Function<Connected, R> connected, Function<NotConnected, R> notConnected) {
            return connected.apply(this);
        }
    }

    /**
     * Nothing was stored.
     *
     * @param code stable
     * @param reason what happened and what to do next
     */
    record NotConnected(ErrorCode code, Text reason) implements ConnectResult {
        @Override
        public <R> R fold(Function<Connected, R> connected, Function<NotConnected, R> notConnected) {
            return notConnected.apply(this);
        }
    }
}
