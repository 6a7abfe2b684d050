package dev.quittance.trials.sdk;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpURLConnectionClient;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The official client's own transport, which keeps what came, so that it can be looked at. Thread-safe. */
final class CheckedHttp extends HttpURLConnectionClient {
    /**
     * One answer.
     *
     * @param call method and address
     * @param body as it came
     */
    record Heard(String call, int status, String body) {}

    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        StripeResponse response = super.request(request);
        heard.add(new Heard(
                request.method() + " " + request.url().getPath(), response.code(), String.valueOf(response.body())));
        return response;
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }
}
