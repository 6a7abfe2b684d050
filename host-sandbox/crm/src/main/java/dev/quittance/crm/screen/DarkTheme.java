package dev.quittance.crm.screen;

/**
 * Tabler's dark colours for whoever's system asks for dark, without a script: takes the rules that Tabler has under its dark
 * attribute and puts them under the reader's preference.
 */
final class DarkTheme {
    private static final String DARK = "[data-bs-theme=dark]";

    private DarkTheme() {}

    /** A style sheet to come after Tabler's. */
    static String of(String tabler) {
        StringBuilder dark = new StringBuilder("@media (prefers-color-scheme: dark) {\n");
        int from = 0;
        while ((from = tabler.indexOf(DARK, from)) >= 0) {
            int start = startOfRule(tabler, from);
            int body = tabler.indexOf('{', from);
            int end = tabler.indexOf('}', from) + 1;
            if (body < 0 || end <= 0) {
                break;
            }
            String selector = firstSelector(tabler.substring(start, body));
            if (selector.startsWith(DARK)) {
                dark.append(selector.replace(DARK, ":root"))
                        .append(tabler, body, end)
                        .append('\n');
            }
            from = end;
        }
        return dark.append("}\n").toString();
    }

    private static int startOfRule(String css, int within) {
        int close = css.lastIndexOf('}', within);
        int open = css.lastIndexOf('{', within);
        return Math.max(close, open) + 1;
    }

    private static String firstSelector(String selectors) {
        int comma = selectors.indexOf(',');
        return (comma < 0 ? selectors : selectors.substring(0, comma)).strip();
    }
}
