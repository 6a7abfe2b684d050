package dev.quittance.platform.payment;

import dev.quittance.api.host.PaymentHooks;
import dev.quittance.api.payment.Decision;
import dev.quittance.api.payment.Objection;
import dev.quittance.api.payment.PaymentContributor;
import dev.quittance.api.payment.PaymentDraft;
import dev.quittance.api.payment.PaymentEvent;
import dev.quittance.api.payment.PaymentGuard;
import dev.quittance.api.payment.PaymentListener;
import dev.quittance.api.payment.RefundDraft;
import dev.quittance.api.ui.Text;
import dev.quittance.platform.event.EventStream;
import dev.quittance.platform.extension.Calls;
import dev.quittance.platform.extension.Extension;
import dev.quittance.platform.extension.LivePlugins;
import dev.quittance.platform.extension.PluginFault;
import dev.quittance.platform.extension.TimeLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the other plugins, by plugin id and then in the order of their index. A contributor that fails is left out; a guard that
 * fails counts as a veto. Thread-safe.
 */
public final class PaymentParticipants {
    private static final Logger LOG = LoggerFactory.getLogger(PaymentParticipants.class);
    private static final int MAX_KEYS = 10;
    private static final int MAX_KEY = 40;
    private static final int MAX_VALUE = 500;
    private static final int MAX_LINES = 5;
    private static final int MAX_LINE = 200;

    private final LivePlugins plugins;
    private final Calls calls;
    private final EventStream<PaymentEvent, PaymentListener> events;

    /** Participants among these plugins. */
    public PaymentParticipants(LivePlugins plugins, Calls calls, EventStream<PaymentEvent, PaymentListener> events) {
        this.plugins = plugins;
        this.calls = calls;
        this.events = events;
    }

    /** The hooks as one plugin sees them: all plugins but itself. */
    public PaymentHooks hooksFor(String pluginId) {
        return new PaymentHooks() {
            @Override
            public PaymentDraft contribute(PaymentDraft draft) {
                return contributed(pluginId, draft);
            }

            @Override
            public List<Objection> check(PaymentDraft frozen) {
                return objections(pluginId, guard -> guard.beforeRequest(frozen));
            }

            @Override
            public List<Objection> checkRefund(RefundDraft draft) {
                return objections(pluginId, guard -> guard.beforeRefund(draft));
            }

            @Override
            public void publish(PaymentEvent event) {
                events.publish(event);
            }
        };
    }

    private PaymentDraft contributed(String askingId, PaymentDraft draft) {
        Map<String, String> metadata = new TreeMap<>(draft.metadata());
        List<String> lines = new ArrayList<>(draft.receiptLines());
        for (Extension<PaymentContributor> contributor : others(askingId, PaymentContributor.class)) {
            String id = contributor.plugin().id();
            try {
                Map<String, String> more = calls.call(
                        contributor.plugin(),
                        TimeLimit.HOOK,
                        () -> checkedMetadata(id, contributor.instance().metadata(draft)));
                List<String> moreLines = calls.call(
                        contributor.plugin(),
                        TimeLimit.HOOK,
                        () -> checkedLines(contributor.instance().receiptLines(draft)));
                metadata.putAll(more);
                lines.addAll(moreLines);
            } catch (PluginFault fault) {
                LOG.warn("contribution of plugin {} left out, reference {}", id, fault.reference());
            }
        }
        return draft.withContributions(metadata, lines);
    }

    private List<Objection> objections(String askingId, Function<PaymentGuard, Decision> question) {
        List<Objection> all = new ArrayList<>();
        for (Extension<PaymentGuard> guard : others(askingId, PaymentGuard.class)) {
            objection(guard, question).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    private Optional<Objection> objection(Extension<PaymentGuard> guard, Function<PaymentGuard, Decision> question) {
        String id = guard.plugin().id();
        try {
            return calls.call(guard.plugin(), TimeLimit.HOOK, () -> {
                Decision decision = question.apply(guard.instance());
                return decision.fold(
                        Optional::<Objection>empty, veto -> Optional.of(new Objection(id, veto.code(), veto.reason())));
            });
        } catch (PluginFault fault) {
            String name = guard.plugin().manifest().name();
            return Optional.of(new Objection(
                    id,
                    "guard_failed",
                    Text.plain(name + " could not check this payment. Nothing was sent. Try again, or ask an admin"
                            + " to look at " + name + " (reference " + fault.reference() + ").")));
        }
    }

    private <T> List<Extension<T>> others(String askingId, Class<T> type) {
        return plugins.listExtensions(type).stream()
                .filter(extension -> !extension.plugin().id().equals(askingId))
                .toList();
    }

    private static Map<String, String> checkedMetadata(String pluginId, Map<String, String> given) {
        if (given.size() > MAX_KEYS) {
            throw new IllegalArgumentException("at most " + MAX_KEYS + " keys of metadata");
        }
        Map<String, String> prefixed = new TreeMap<>();
        given.forEach((key, value) -> {
            if (key.isEmpty() || key.length() > MAX_KEY || value.length() > MAX_VALUE) {
                throw new IllegalArgumentException(
                        "metadata keys have at most " + MAX_KEY + " characters, values " + MAX_VALUE);
            }
            prefixed.put(pluginId + "." + key, value);
        });
        return prefixed;
    }

    private static List<String> checkedLines(List<String> given) {
        if (given.size() > MAX_LINES || given.stream().anyMatch(line -> line.length() > MAX_LINE)) {
            throw new IllegalArgumentException("at most " + MAX_LINES + " lines of " + MAX_LINE + " characters");
        }
        return List.copyOf(given);
    }
}
