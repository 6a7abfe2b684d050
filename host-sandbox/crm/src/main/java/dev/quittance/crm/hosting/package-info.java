/**
 * What the CRM gives the platform: its records, its news, its people and its chrome. Stands on {@code screen} and what is below.
 * Start at {@link dev.quittance.crm.hosting.CrmHost}.
 */
@NullMarked
package dev.quittance.crm.hosting;

import org.jspecify.annotations.NullMarked;
