/**
 * Who did what when, for people to read: rows are added in the transaction of the change and never altered. Stands on
 * {@code storage}. Start at {@link dev.quittance.crm.activity.Activities}.
 */
@NullMarked
package dev.quittance.crm.activity;

import org.jspecify.annotations.NullMarked;
