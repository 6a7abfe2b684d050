package dev.quittance.trials.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody who has a keyboard and no mouse. A stop is where the focus is, by role and accessible name as the browser tells them to a
 * screen reader: {@code button Send request}. Every stop has to be seen: with a ring around it, inside the window, nothing over it.
 */
final class KeyWalk {
    private static final String UNSEEN = """
            () => {
              const at = document.activeElement;
              const style = getComputedStyle(at);
              const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
              const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
              const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
              const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
              const over = document.elementFromPoint(x, y);
              const faults = [];
              if (at.localName !== "iframe" && !ring) faults.push("has no ring");
              if (box.bottom <= 0 || box.top >= innerHeight) faults.push("is outside of the window");
              else if (!over || !(at.contains(over) || over.contains(at))) faults.push("is hidden by " + over?.outerHTML);
              return faults.join(", ");
            }
            """;

    private final Page page;
    private final CDPSession tools;

    KeyWalk(Page page) {
        this.page = page;
        this.tools = page.context().newCDPSession(page);
    }

    /** Presses Tab as often as there are stops, which come in this order and are seen. */
    KeyWalk tabs(String... stops) {
        return goes("Tab", stops);
    }

    /** The same backwards. */
    KeyWalk tabsBack(String... stops) {
        return goes("Shift+Tab", stops);
    }

    private KeyWalk goes(String key, String... stops) {
        List<String> met = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        for (int i = 0; i < stops.length; i++) {
            page.keyboard().press(key);
            String stop = stop();
            met.add(stop);
            String fault = String.valueOf(page.evaluate(UNSEEN));
            if (!fault.isEmpty()) {
                unseen.add(stop + " " + fault);
            }
        }
        assertThat(met).as("stops of " + page.url()).containsExactly(stops);
        assertThat(unseen).as("stops of " + page.url() + " that are not seen").isEmpty();
        return this;
    }

    /** Goes past the head of a staff page. */
    KeyWalk skips() {
        tabs("link Skip to content").presses("Enter");
        assertThat(stop()).isEqualTo("main");
        return this;
    }

    /** Writes into the field that has the focus, in the place of what is there. */
    KeyWalk types(String text) {
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type(text);
        return this;
    }

    KeyWalk presses(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Presses a key that leads to another page, and waits for that. */
    KeyWalk leaves(String key) {
        page.evaluate("() => document.documentElement.setAttribute('data-left', '')");
        page.keyboard().press(key);
        page.locator("html:not([data-left])")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        page.waitForLoadState();
        return this;
    }

    /** The focus is here without a further key, soon. */
    KeyWalk isAt(String stop) {
        for (int i = 0; i < 40 && !stop().equals(stop); i++) {
            page.waitForTimeout(250);
        }
        assertThat(stop()).as("focus on " + page.url()).isEqualTo(stop);
        assertThat(page.evaluate(UNSEEN)).as(stop).isEqualTo("");
        return this;
    }

    /** The focus is soon on a message with these words. */
    KeyWalk isTold(String role, String words) {
        isAt(role);
        assertThat(page.locator("*:focus").innerText()).contains(words);
        return this;
    }

    /** Role and name of what has the focus. */
    String stop() {
        if (Boolean.TRUE.equals(page.evaluate("() => document.activeElement.localName === 'iframe'"))) {
            return insideFrame();
        }
        JsonObject question = new JsonObject();
        question.addProperty("expression", "document.activeElement");
        JsonObject node = new JsonObject();
        node.addProperty(
                "objectId",
                tools.send("Runtime.evaluate", question)
                        .getAsJsonObject("result")
                        .get("objectId")
                        .getAsString());
        node.addProperty("fetchRelatives", false);
        JsonObject told = tools.send("Accessibility.getPartialAXTree", node)
                .getAsJsonArray("nodes")
                .get(0)
                .getAsJsonObject();
        String role = text(told, "role").replace("DisclosureTriangle", "disclosure");
        return (role + " " + text(told, "name")).strip();
    }

    /** The frame of a mail runs no script and is a document of its own. */
    private String insideFrame() {
        for (Frame frame : page.frames()) {
            if (!frame.equals(page.mainFrame()) && frame.locator("a:focus").count() > 0) {
                return "link in the mail " + frame.locator("a:focus").innerText();
            }
        }
        return "frame";
    }

    private static String text(JsonObject node, String name) {
        JsonObject value = node.getAsJsonObject(name);
        return value != null && value.has("value") ? value.get("value").getAsString() : "";
    }
}
