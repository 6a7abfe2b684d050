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
        extensions = Map.ofEntries(
                Map.entry(NoteAction.class, new NoteAction(context, notes)),
                Map.entry(NoteList.class, new NoteList(notes)),
                Map.entry(SampleSettings.class, new SampleSettings(notes)),
                Map.entry(SeePage.class, new SeePage(notes)),
                Map.entry(SampleWebhooks.class, new SampleWebhooks(notes)),
                Map.entry(SampleRest.class, new SampleRest(notes)),
                Map.entry(HourlyJob.class, new HourlyJob(notes)),
                Map.entry(NotePanel.class, new NotePanel(notes)), Map.entry(IllPanel.class, new IllPanel()),
                Map.entry(NoteBadge.class, new NoteBadge(notes)), Map.entry(IllBadge.class, new IllBadge()), Map.entry(NoteLink.class, new NoteLink()),
                Map.entry(MailBack.class, new MailBack(notes)),
                Map.entry(KeyedJob.class, new KeyedJob(notes)));
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
