package dev.quittance.trials.simulation;

import dev.quittance.api.PluginInfo;

/** What the host has for its plugin and keeps over crashes: ids go on, the installation's key stays, sent mail stays sent. */
final class Services {
    private static final String INSTALLATION = "inst-simulated";

    private final Scene scene;
    private final PluginInfo plugin;
    private final Frames frames;
    private final JobBoard jobs;
    private final SimulatedIds ids;
    private final SimulatedSecrets secrets;
    private final CallRules callRules;

    Services(Scene scene, BuiltPlugin built, Frames frames, JobBoard jobs) {
        this.scene = scene;
        this.plugin = new PluginInfo(built.id(), built.version(), INSTALLATION);
        this.frames = frames;
        this.jobs = jobs;
        this.ids = new SimulatedIds(scene.clock(), scene.dice());
        this.secrets = new SimulatedSecrets(scene.dice());
        this.callRules = new CallRules(scene);
    }

    Scene scene() {
        return scene;
    }

    PluginInfo plugin() {
        return plugin;
    }

    Frames frames() {
        return frames;
    }

    JobBoard jobs() {
        return jobs;
    }

    SimulatedIds ids() {
        return ids;
    }

    SimulatedSecrets secrets() {
        return secrets;
    }

    CallRules callRules() {
        return callRules;
    }

    /** Called by every service that reaches out: no transaction may be open meanwhile. */
    void requireNoTransaction(String what) {
        if (scene.database().hasOpenTransaction()) {
            scene.violations()
                    .add(
                            "call_inside_a_transaction",
                            what + " in " + frames.current().label());
        }
    }
}
