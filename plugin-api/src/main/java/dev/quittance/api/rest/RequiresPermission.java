package dev.quittance.api.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a REST resource: on its class for all methods, on a method for that one, which then counts alone. The host asks
 * before it calls the plugin, and answers 403 with the code {@code permission_missing} itself. A plugin that has a resource method
 * without it, or names a permission that its manifest does not declare, is not switched on.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface RequiresPermission {
    /** The id of a permission in the plugin's manifest, for example {@code stripe-payments.view}. */
    String value();
}
