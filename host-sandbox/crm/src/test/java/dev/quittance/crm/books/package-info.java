@NullMarked
package dev.quittance.crm.books;

import org.jspecify.annotations.NullMarked;
