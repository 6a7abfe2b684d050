package dev.witness;

import dev.quittance.api.CrmPlugin;
import dev.quittance.api.PluginContext;
import dev.quittance.api.payment.*;
import dev.quittance.api.ui.Text;
import java.util.*;
import org.pf4j.Extension;

public final class WitnessPlugin extends CrmPlugin {
    private final Map<Class<?>, Object> extensions;

    public WitnessPlugin(PluginContext context) {
        super(context);
        extensions = Map.of(Giver.class, new Giver(), Guard.class, new Guard(), Slow.class, new Slow(), Ear.class, new Ear(context), RecordEar.class, new RecordEar(context));
    }

    @Override
    public <T> T extension(Class<T> type) { return type.cast(extensions.get(type)); }

    @Extension
    public static final class Giver implements PaymentContributor {
        @Override public Map<String, String> metadata(PaymentDraft draft) { return Map.of("roof", "slate"); }
        @Override public List<String> receiptLines(PaymentDraft draft) { return List.of("Ten years of warranty"); }
    }

    @Extension
    public static final class Guard implements PaymentGuard {
        @Override public Decision beforeRequest(PaymentDraft draft) { return Decision.veto("too_early", Text.plain("Too early")); }
    }

    @Extension
    public static final class Slow implements PaymentGuard {
        @Override public Decision beforeRequest(PaymentDraft draft) { throw new IllegalStateException("guard detail"); }
    }

    @Extension
    public static final class Ear implements PaymentListener {
        private final PluginContext context;
        Ear(PluginContext context) { this.context = context; }
        @Override public void on(PaymentEvent event) {
            context.notifications().notify(new dev.quittance.api.host.Notification(event.eventId(), event.org(), "x", dev.quittance.api.ui.Tone.INFO,
                    Text.plain("heard " + event.kind() + " " + event.eventId()), dev.quittance.api.ui.Target.record(event.record())));
        }
    }

    @Extension
    public static final class RecordEar implements dev.quittance.api.record.RecordListener {
        private final PluginContext context;
        RecordEar(PluginContext context) { this.context = context; }
        @Override public void on(dev.quittance.api.record.RecordEvent event) {
            context.notifications().notify(new dev.quittance.api.host.Notification(event.eventId(), event.org(), "x", dev.quittance.api.ui.Tone.INFO,
                    Text.plain("record " + event.kind() + " " + event.record().id()), dev.quittance.api.ui.Target.record(event.record())));
        }
    }
}
