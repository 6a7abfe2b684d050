package dev.quittance.emulator;

import dev.quittance.emulator.account.Accounts;
import dev.quittance.emulator.api.Feature;
import dev.quittance.emulator.api.Route;
import dev.quittance.emulator.balance.BalanceTransactions;
import dev.quittance.emulator.checkout.Sessions;
import dev.quittance.emulator.connect.ConnectedAccounts;
import dev.quittance.emulator.customer.Customers;
import dev.quittance.emulator.developer.MerchantAction;
import dev.quittance.emulator.dispute.DisputeOpening;
import dev.quittance.emulator.dispute.Disputes;
import dev.quittance.emulator.event.EventLog;
import dev.quittance.emulator.payment.Charges;
import dev.quittance.emulator.payment.Intents;
import dev.quittance.emulator.payment.Mandates;
import dev.quittance.emulator.payment.PaymentMethods;
import dev.quittance.emulator.payout.BalanceSettings;
import dev.quittance.emulator.payout.BankAccounts;
import dev.quittance.emulator.payout.Payouts;
import dev.quittance.emulator.refund.Refunds;
import dev.quittance.emulator.setup.SetupIntents;
import dev.quittance.emulator.webhook.Endpoints;
import java.util.List;

/** The parts of Stripe that there are here. */
final class Emulated {
    /** What there is on the API. */
    static final List<Feature> FEATURES = List.of(
            Accounts.feature(),
            BalanceSettings.feature(),
            BalanceTransactions.feature(DisputeOpening::settled),
            BankAccounts.feature(),
            Charges.feature(),
            ConnectedAccounts.feature(),
            Customers.feature(),
            Disputes.feature(),
            Endpoints.feature(),
            EventLog.feature(),
            Intents.feature(),
            Mandates.feature(),
            PaymentMethods.feature(),
            Payouts.feature(),
            Refunds.feature(),
            Sessions.feature(),
            SetupIntents.feature());

    /** What has a button for developers but no API of Stripe's. */
    static final List<MerchantAction> ACTIONS = MerchantActions.all();

    private Emulated() {}

    /** Every operation that is emulated. */
    static List<Route> routes() {
        return FEATURES.stream().flatMap(feature -> feature.routes().stream()).toList();
    }
}
