@NullMarked
package dev.quittance.crm.event;

import org.jspecify.annotations.NullMarked;
