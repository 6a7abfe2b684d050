/**
 * The main job, headless, as people do it. It starts the CRM as a process of its own and knows no class of it, of the plugin or
 * of the local Stripe: only what a browser sees. Start at {@link dev.quittance.crm.demo.Demo}.
 */
@NullMarked
package dev.quittance.crm.demo;

import org.jspecify.annotations.NullMarked;
