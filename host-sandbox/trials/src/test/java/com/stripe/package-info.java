/** Stands for Stripe's library in a fixture; nothing of Stripe's is here. */
@NullMarked
package com.stripe;

import org.jspecify.annotations.NullMarked;
