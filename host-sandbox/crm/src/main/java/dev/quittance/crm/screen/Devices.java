package dev.quittance.crm.screen;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** What a browser calls itself, in words that its owner recognises. It may lie; nothing is decided by it. */
final class Devices {
    private record Sign(String mark, String words) {}

    /** In this order: most browsers claim to be the older ones, too. */
    private static final List<Sign> BROWSERS = List.of(
            new Sign("Edg/", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("Firefox/", "Firefox"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Android", "Android"),
            new Sign("Windows", "Windows"),
            new Sign("Macintosh", "Mac"),
            new Sign("Linux", "Linux"));

    private Devices() {}

    static String words(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        return agent == null ? "" : words(agent);
    }

    static String words(String agent) {
        String browser = first(BROWSERS, agent);
        String system = first(SYSTEMS, agent);
        if (browser.isEmpty() || system.isEmpty()) {
            return browser + system;
        }
        return browser + " on " + system;
    }

    private static String first(List<Sign> signs, String agent) {
        return signs.stream()
                .filter(sign -> agent.contains(sign.mark()))
                .map(Sign::words)
                .findFirst()
                .orElse("");
    }
}
