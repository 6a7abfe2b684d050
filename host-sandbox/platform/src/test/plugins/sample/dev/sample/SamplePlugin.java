package dev.sample;

import dev.quittance.api.CrmPlugin;
import dev.quittance.api.PluginContext;
import java.util.Map;

public final class SamplePlugin extends CrmPlugin {
    private final Map<Class<?>, Object> extensions;
    private final Notes notes;

    public SamplePlugin(PluginContext context) {
        super(context);
        notes = new Notes(context);
        extensions = Map.of(
                NoteAction.class, new NoteAction(context, notes),
                NoteList.class, new NoteList(notes),
                SampleSettings.class, new SampleSettings(notes),
                SeePage.class, new SeePage(notes),
                SampleWebhooks.class, new SampleWebhooks(notes),
                SampleRest.class, new SampleRest(notes),
                HourlyJob.class, new HourlyJob(notes),
                KeyedJob.class, new KeyedJob(notes));
    }

    @Override
    public <T> T extension(Class<T> type) {
        Object found = extensions.get(type);
        if (found == null) {
            throw new IllegalArgumentException("no such extension: " + type);
        }
        return type.cast(found);
    }

    @Override
    protected void onEnable() {
        notes.write("o", "enabled " + Thread.currentThread().getContextClassLoader().equals(getClass().getClassLoader()));
    }

    @Override
    protected void onDisable() {
        notes.write("o", "disabled");
    }
}
