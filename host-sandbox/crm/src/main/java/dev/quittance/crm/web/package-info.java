/**
 * How the CRM speaks HTTP: routes with their permission, cookies, what guards forms, headers, assets and rendering. Stands on
 * {@code identity}. Start at {@link dev.quittance.crm.web.Router}.
 */
@NullMarked
package dev.quittance.crm.web;

import org.jspecify.annotations.NullMarked;
