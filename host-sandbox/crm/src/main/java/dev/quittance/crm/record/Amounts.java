package dev.quittance.crm.record;

import dev.quittance.api.money.Money;
import dev.quittance.crm.identity.Organisation;
import java.text.NumberFormat;
import java.util.Currency;

/** Money as the people of an organisation read it. */
public final class Amounts {
    private Amounts() {}

    /** The amount with its currency, and the code beside it where it is not the organisation's. */
    public static String text(Money money, Organisation reader) {
        NumberFormat format = NumberFormat.getCurrencyInstance(reader.locale());
        format.setCurrency(Currency.getInstance(money.currency()));
        format.setMinimumFractionDigits(money.unit().exponent());
        format.setMaximumFractionDigits(money.unit().exponent());
        String formatted = format.format(money.major());
        return money.currency().equals(reader.currency()) ? formatted : formatted + " " + money.currency();
    }
}
