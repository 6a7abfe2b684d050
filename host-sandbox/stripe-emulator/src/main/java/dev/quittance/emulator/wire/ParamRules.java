package dev.quittance.emulator.wire;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which parameters an operation acts on. What else Stripe knows is refused as not emulated, what Stripe does not know as
 * unknown. A path is written with dots; {@code *} stands for an index or a free key. Immutable.
 */
public final class ParamRules {
    private static final ParamRules NONE = new ParamRules(Set.of());

    private final Set<String> actedOn;

    private ParamRules(Set<String> actedOn) {
        this.actedOn = actedOn;
    }

    /** Nothing but {@code expand}, which every operation takes. */
    public static ParamRules none() {
        return NONE;
    }

    /** The parameters acted on, separated by blanks or line breaks. */
    public static ParamRules actsOn(String paths) {
        return new ParamRules(words(paths));
    }

    /** With further parameters acted on. */
    public ParamRules and(String paths) {
        Set<String> all = new LinkedHashSet<>(actedOn);
        all.addAll(words(paths));
        return new ParamRules(all);
    }

    /** The paths acted on. */
    public Set<String> actedOn() {
        return Set.copyOf(actedOn);
    }

    /**
     * Checks every parameter sent.
     *
     * @param operation its name, such as {@code POST customers}
     * @throws ApiError 400 {@code parameter_unknown}, or for what is of the wrong kind, or {@code not_emulated} for the
     *     first that is not acted on
     */
    public void check(Form form, String operation) {
        StripeApi api = StripeApi.get();
        api.find(operation).ifPresent(known -> ParamCheck.check(form, api.parameters(known)));
        Set<String> accepted = new LinkedHashSet<>(actedOn);
        accepted.addAll(InertParams.of(operation));
        new ParamRules(accepted).check(form, "", api.find(operation).isPresent());
    }

    private void check(Form node, String path, boolean known) {
        for (Map.Entry<String, Form> entry : node.children().entrySet()) {
            Form child = entry.getValue();
            String childPath = matching(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), path);
            if (childPath.equals("expand") || (path.equals("expand") && child.isLeaf())) {
                check(child, "expand", known);
            } else if (child.isLeaf()) {
                checkLeaf(child, childPath, known);
            } else if (!isParent(childPath) && !actedOn.contains(childPath)) {
                throw refusal(child, known);
            } else {
                check(child, childPath, known);
            }
        }
    }

    private void checkLeaf(Form leaf, String path, boolean known) {
        // An object or a list sent empty is Stripe's way to unset it: let it pass where its members are acted on.
        boolean emptied = "".equals(leaf.value()) && isParent(path);
        if (!actedOn.contains(path) && !emptied) {
            throw refusal(leaf, known);
        }
    }

    private boolean isParent(String path) {
        return actedOn.stream().anyMatch(acted -> acted.startsWith(path + "."));
    }

    /** Where Stripe's data has the operation, the names have been checked before; elsewhere nothing else is known. */
    private static ApiError refusal(Form node, boolean known) {
        return known
                ? ApiError.notEmulated(node.name(), "the parameter " + node.name())
                : ApiError.unknown(node.name());
    }

    /** The path itself if a rule names it, else with its last key as a star. */
    private String matching(String path, String parent) {
        if (actedOn.contains(path) || parent.isEmpty()) {
            return path;
        }
        String starred = parent + ".*";
        boolean star = actedOn.contains(starred) || isParent(starred);
        return star ? starred : path;
    }

    private static Set<String> words(String paths) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(paths.trim().split("\\s+")));
        words.remove("");
        return words;
    }
}
