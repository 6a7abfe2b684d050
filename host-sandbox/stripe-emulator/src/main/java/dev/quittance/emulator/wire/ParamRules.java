package dev.quittance.emulator.wire;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which parameters an operation acts on, and which others Stripe knows. A path is written with dots; {@code *} stands for
 * an index or a free key. Immutable.
 */
public final class ParamRules {
    private static final ParamRules NONE = new ParamRules(Set.of(), Set.of());

    private final Set<String> actedOn;
    private final Set<String> knownOnly;

    private ParamRules(Set<String> actedOn, Set<String> knownOnly) {
        this.actedOn = actedOn;
        this.knownOnly = knownOnly;
    }

    /** Nothing but {@code expand}, which every operation takes. */
    public static ParamRules none() {
        return NONE;
    }

    /** The parameters acted on, separated by blanks or line breaks. */
    public static ParamRules actsOn(String paths) {
        return new ParamRules(words(paths), Set.of());
    }

    /** With the parameters that Stripe knows here and that the local Stripe refuses honestly. */
    public ParamRules knows(String paths) {
        return new ParamRules(actedOn, words(paths));
    }

    /** With further parameters acted on. */
    public ParamRules and(String paths) {
        Set<String> all = new LinkedHashSet<>(actedOn);
        all.addAll(words(paths));
        return new ParamRules(all, knownOnly);
    }

    /**
     * Checks every parameter sent.
     *
     * @throws ApiError 400 {@code parameter_unknown} or {@code not_emulated} for the first that is not acted on
     */
    public void check(Form form) {
        check(form, "");
    }

    private void check(Form node, String path) {
        for (Map.Entry<String, Form> entry : node.children().entrySet()) {
            Form child = entry.getValue();
            String childPath = matching(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), path);
            if (childPath.equals("expand") || (path.equals("expand") && child.isLeaf())) {
                check(child, "expand");
            } else if (child.isLeaf()) {
                checkLeaf(child, childPath);
            } else {
                checkBranch(child, childPath);
            }
        }
    }

    private void checkLeaf(Form leaf, String path) {
        // An object or a list sent empty is Stripe's way to unset it: let it pass where its members are acted on.
        boolean emptied = "".equals(leaf.value()) && isParent(path);
        if (!actedOn.contains(path) && !emptied) {
            throw refusal(leaf, path);
        }
    }

    private void checkBranch(Form branch, String path) {
        if (!isParent(path) && !actedOn.contains(path)) {
            throw refusal(branch, path);
        }
        check(branch, path);
    }

    private boolean isParent(String path) {
        return actedOn.stream().anyMatch(acted -> acted.startsWith(path + "."))
                || knownOnly.stream().anyMatch(known -> known.startsWith(path + "."));
    }

    private ApiError refusal(Form node, String path) {
        return knownOnly.contains(path)
                ? ApiError.notEmulated(node.name(), "the parameter " + node.name())
                : ApiError.unknown(node.name());
    }

    /** The path itself if a rule names it, else with its last key as a star. */
    private String matching(String path, String parent) {
        if (actedOn.contains(path) || knownOnly.contains(path) || parent.isEmpty()) {
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
