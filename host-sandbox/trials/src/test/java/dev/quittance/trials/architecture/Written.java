package dev.quittance.trials.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;

/** Classes that people wrote, as opposed to the code generator's. */
final class Written extends DescribedPredicate<JavaClass> {
    Written() {
        super("written by people");
    }

    @Override
    public boolean test(JavaClass type) {
        return !type.getPackageName().startsWith("dev.quittance.stripe.storage.jooq");
    }
}
