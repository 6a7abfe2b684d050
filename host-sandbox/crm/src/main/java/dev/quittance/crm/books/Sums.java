package dev.quittance.crm.books;

/**
 * What the books hold for records, in minor units of one currency.
 *
 * @param settled what came
 * @param reversed what of it was taken back
 * @param owedAgain what of that is owed again; the rest came off the price
 * @param requested what was asked for and has not come
 * @param processing what is on its way
 */
record Sums(long settled, long reversed, long owedAgain, long requested, long processing) {
    static final Sums NONE = new Sums(0, 0, 0, 0, 0);

    Sums plus(Sums other) {
        return new Sums(
                Math.addExact(settled, other.settled),
                Math.addExact(reversed, other.reversed),
                Math.addExact(owedAgain, other.owedAgain),
                Math.addExact(requested, other.requested),
                Math.addExact(processing, other.processing));
    }

    /** What of a total nobody has paid, sent or been asked for; negative if more came than was owed. */
    long leftOf(long total) {
        return Math.subtractExact(Math.subtractExact(owedOf(total), processing), requested);
    }

    /** What of a total has not come, or came back and is owed again. */
    long owedOf(long total) {
        return Math.addExact(Math.subtractExact(total, settled), owedAgain);
    }
}
