package dev.quittance.crm.web;

import java.util.regex.Pattern;

/** Addresses that come from outside and are to lead somewhere within the CRM. */
public final class LocalPath {
    /** One slash first, and no second one, no backslash, nothing that a browser could read as another host. */
    private static final Pattern SAFE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private LocalPath() {}

    /** The path if it stays within the CRM, else the start page. */
    public static String orHome(String path) {
        return SAFE.matcher(path).matches() || path.equals("/") ? path : "/";
    }
}
