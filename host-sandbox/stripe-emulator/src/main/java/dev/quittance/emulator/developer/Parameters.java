package dev.quittance.emulator.developer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a call was sent, made fit to be shown: nothing of a card or a bank account is kept. */
final class Parameters {
    static final String NOT_KEPT = "(not kept)";

    private static final int MAX_SHOWN = 200;
    private static final int MAX_VALUE = 500;

    private static final Pattern SENSITIVE =
            Pattern.compile("(?i)(^|[\\[_])(number|cvc|cvv|exp_month|exp_year|account_number|routing_number|pin)(]|$)");

    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9](?:[ -]?[0-9]){11,18}");
    private static final Pattern INDEX = Pattern.compile("\\[[0-9]*]");
    private static final Pattern METADATA = Pattern.compile("metadata](\\[[^]]*])|metadata(\\[[^]]*])");

    private Parameters() {}

    /** By name, in the order in which they came. */
    static Map<String, String> of(String query, byte[] body) {
        Map<String, String> shown = new LinkedHashMap<>();
        add(shown, query);
        add(shown, new String(body, StandardCharsets.UTF_8));
        return shown;
    }

    private static void add(Map<String, String> shown, String encoded) {
        if (encoded.isEmpty()) {
            return;
        }
        for (String pair : encoded.split("&", MAX_SHOWN)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (shown.size() < MAX_SHOWN) {
                shown.put(looksLikeCard(name) ? NOT_KEPT : name, shown(name, value));
            }
        }
    }

    private static String shown(String name, String value) {
        if (SENSITIVE.matcher(name).find() || looksLikeCard(value)) {
            return NOT_KEPT;
        }
        return value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) + "…" : value;
    }

    private static boolean looksLikeCard(String value) {
        Matcher numbers = LONG_NUMBER.matcher(value);
        while (numbers.find()) {
            if (passesLuhn(numbers.group().replaceAll("[ -]", ""))) {
                return true;
            }
        }
        return false;
    }

    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "(not readable)";
        }
    }

    /** A name without the numbers and keys that differ from call to call. */
    static String pattern(String name) {
        return METADATA.matcher(INDEX.matcher(name).replaceAll("[]")).replaceAll("metadata[*]");
    }
}
