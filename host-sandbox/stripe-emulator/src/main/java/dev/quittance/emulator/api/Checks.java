package dev.quittance.emulator.api;

import dev.quittance.emulator.store.Currencies;
import dev.quittance.emulator.wire.ApiError;
import dev.quittance.emulator.wire.Form;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks of parameters that several operations share; each refuses as Stripe does. */
public final class Checks {
    private static final int MAX_METADATA_KEYS = 50;
    private static final int MAX_METADATA_KEY = 40;
    private static final int MAX_METADATA_VALUE = 500;
    private static final int MAX_URL = 5000;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s.]{2,}");

    private Checks() {}

    public static boolean isEmail(String text) {
        return text.length() <= 512 && EMAIL.matcher(text).matches();
    }

    public static Optional<String> email(Form form, String name) {
        Optional<String> email = form.text(name);
        if (email.isPresent() && !isEmail(email.get())) {
            throw ApiError.invalid(
                    "email_invalid", form.nameOf(name), "Invalid email address: " + abbreviated(email.get()));
        }
        return email;
    }

    /** An absolute http or https address; Stripe's placeholders in braces are allowed in it. */
    public static Optional<String> url(Form form, String name) {
        Optional<String> url = form.text(name);
        if (url.isPresent() && !isUrl(url.get())) {
            throw ApiError.invalid("url_invalid", form.nameOf(name), "Not a valid URL");
        }
        return url;
    }

    private static boolean isUrl(String text) {
        try {
            URI uri = new URI(text.replace("{", "%7B").replace("}", "%7D"));
            String scheme = String.valueOf(uri.getScheme());
            return text.length() <= MAX_URL
                    && (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    public static Optional<String> limited(Form form, String name, int maxLength) {
        Optional<String> text = form.text(name);
        if (text.isPresent() && text.get().length() > maxLength) {
            throw ApiError.invalid(
                    "parameter_invalid_string",
                    form.nameOf(name),
                    "Invalid string: " + abbreviated(text.get()) + "; must be at most " + maxLength + " characters");
        }
        return text;
    }

    public static Optional<Long> atLeast(Form form, String name, long minimum) {
        Optional<Long> number = form.integer(name);
        if (number.isPresent() && number.get() < minimum) {
            throw ApiError.invalid(
                    "parameter_invalid_integer",
                    form.nameOf(name),
                    "This value must be greater than or equal to " + minimum + ".");
        }
        return number;
    }

    public static String currency(Form form, String name) {
        String currency = form.requireText(name).toLowerCase(Locale.ROOT);
        if (Currencies.find(currency).isEmpty()) {
            throw Currencies.isKnown(currency)
                    ? ApiError.notEmulated(form.nameOf(name), "charges in " + currency)
                    : ApiError.invalid(
                            form.nameOf(name),
                            "Invalid currency: " + abbreviated(currency) + ". Stripe does not support this currency.");
        }
        return currency;
    }

    /** Keys and values within Stripe's bounds; an empty value means that the key goes. */
    public static Map<String, String> metadata(Form form) {
        Map<String, String> metadata = form.map("metadata");
        String name = form.nameOf("metadata");
        if (metadata.size() > MAX_METADATA_KEYS) {
            throw ApiError.invalid(name, "Metadata can have up to " + MAX_METADATA_KEYS + " keys.");
        }
        metadata.forEach((key, value) -> {
            if (key.length() > MAX_METADATA_KEY) {
                throw ApiError.invalid(
                        name, "Metadata keys can be up to " + MAX_METADATA_KEY + " characters: " + abbreviated(key));
            }
            if (value.length() > MAX_METADATA_VALUE) {
                throw ApiError.invalid(
                        name + "[" + key + "]",
                        "Metadata values can be up to " + MAX_METADATA_VALUE + " characters, but you passed one of "
                                + value.length() + ".");
            }
        });
        return metadata;
    }

    public static String abbreviated(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
