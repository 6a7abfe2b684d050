@NullMarked
package dev.quittance.crm.document;

import org.jspecify.annotations.NullMarked;
