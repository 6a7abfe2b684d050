package dev.quittance.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.quittance.trials.process.Sandbox;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Sign in, request, open the mail, pay, see it paid and the receipt: in a browser, with axe looking at every page passed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MainJobIT {
    private static final String CARD = "4242 4242 4242 4242";

    private Sandbox sandbox;
    private Chromium chromium;

    @BeforeAll
    void open(@TempDir Path folder) {
        sandbox = Sandbox.start(folder.resolve("data"));
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
        sandbox.close();
    }

    @Test
    void by_mouse_on_a_wide_light_screen() {
        walk(new Screen("wide-light", 1280, 900, true, ColorScheme.LIGHT), new Mouse(), "Ruiz roof");
    }

    @Test
    void by_keyboard_alone_on_a_phone_in_the_dark() {
        walk(new Screen("phone-dark", 375, 812, true, ColorScheme.DARK), new Keyboard(), "Ortega gutters");
    }

    @Test
    void by_mouse_with_script_off_on_a_phone() {
        walk(new Screen("phone-light", 375, 812, false, ColorScheme.LIGHT), new Mouse(), "Harbor View gutters");
    }

    @Test
    void by_mouse_with_script_off_on_a_wide_dark_screen() {
        walk(new Screen("wide-dark", 1280, 900, false, ColorScheme.DARK), new Mouse(), "Harbor View flat roof");
    }

    @Test
    void by_mouse_on_a_tablet() {
        walk(new Screen("tablet-light", 768, 1024, true, ColorScheme.LIGHT), new Mouse(), "Lakeside gym roof");
    }

    private void walk(Screen screen, Hands hands, String project) {
        Journey journey = new Journey(chromium, screen, hands);
        journey.signIn(sandbox);
        journey.openProject(project);
        String amount = journey.requestPayment();
        journey.openPayLink(amount);
        journey.pay(CARD);
        journey.seePaid(sandbox, project, amount);

        assertThat(journey.faults()).isEmpty();
    }
}
