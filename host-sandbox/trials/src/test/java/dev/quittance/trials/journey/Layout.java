package dev.quittance.trials.journey;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with how the words of a page lie on the screen. */
final class Layout {
    private static final String TEXT = """
            const seen = (e) => e.getClientRects().length > 0
                && e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })
                && !e.closest(".visually-hidden, .crm-skip, head, script, style, option");
            const texts = () => {
              const found = [];
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              for (let node = walk.nextNode(); node; node = walk.nextNode()) {
                if (node.data.trim() && seen(node.parentElement)) found.push(node);
              }
              return found;
            };
            """;

    private static final String SIZES =
            "() => { " + TEXT + " return texts().map(t => parseFloat(getComputedStyle(t.parentElement).fontSize)) }";

    private static final String FAULTS = "(width) => { " + TEXT + """
                    const faults = [];
                    const name = (e) => `${e.localName}.${e.className} "${(e.innerText ?? "").trim().slice(0, 40)}"`;
                    const needed = document.documentElement.scrollWidth;
                    if (needed > width) {
                      const wide = [...document.querySelectorAll("body *")]
                          .filter((e) => e.getBoundingClientRect().right > width + 1).slice(0, 3).map(name);
                      faults.push(`needs ${needed} pixels: ${wide.join(", ")}`);
                    }
                    for (const e of document.querySelectorAll("body, body *")) {
                      const style = getComputedStyle(e);
                      if (!seen(e) || style.display === "inline" || !(e.innerText ?? "").trim()) continue;
                      const hides = (way) => way === "hidden" || way === "clip";
                      const sideways = e.scrollWidth > e.clientWidth + 1;
                      const cut = (hides(style.overflowX) && sideways)
                          || (hides(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
                      if (cut && !(style.textOverflow === "ellipsis" && e.title)) faults.push("cuts words: " + name(e));
                      const box = e.matches(".btn, .badge, .card, .alert, td, th, label, dd, dt");
                      if (box && sideways && style.overflowX === "visible") faults.push("words leave it: " + name(e));
                    }
                    const frame = (e) => {
                      let box = { left: -1e9, right: 1e9, top: -1e9, bottom: 1e9 };
                      for (let at = e; at; at = at.parentElement) {
                        if (getComputedStyle(at).overflowX === "visible" || at === document.body) continue;
                        const r = at.getBoundingClientRect();
                        box = { left: Math.max(box.left, r.left), right: Math.min(box.right, r.right),
                            top: Math.max(box.top, r.top), bottom: Math.min(box.bottom, r.bottom) };
                      }
                      return box;
                    };
                    // What stays in sight while the page moves lies on something by its nature.
                    const stays = (e) => {
                      for (let at = e; at; at = at.parentElement) {
                        if (["sticky", "fixed"].includes(getComputedStyle(at).position)) return true;
                      }
                      return false;
                    };
                    const lines = texts().filter((text) => !stays(text.parentElement)).flatMap((text) => {
                      const range = document.createRange();
                      range.selectNodeContents(text);
                      const box = frame(text.parentElement);
                      return [...range.getClientRects()].map((r) => ({ text,
                          left: Math.max(r.left, box.left), right: Math.min(r.right, box.right),
                          top: Math.max(r.top, box.top), bottom: Math.min(r.bottom, box.bottom) }))
                          .filter((r) => r.right - r.left > 2 && r.bottom - r.top > 2);
                    });
                    for (let i = 0; i < lines.length; i++) {
                      for (let j = i + 1; j < lines.length; j++) {
                        const a = lines[i], b = lines[j];
                        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                        if (a.text !== b.text && wide > 2 && high > 0.35 * Math.min(a.bottom - a.top, b.bottom - b.top)) {
                          faults.push(`"${a.text.data.trim().slice(0, 30)}" lies on "${b.text.data.trim().slice(0, 30)}"`);
                        }
                      }
                    }
                    return faults.slice(0, 6);
                    }
                    """;

    /** Browsers keep a size of their own for code, so it grows a little less than twice. */
    private static final double LARGER = 1.7;

    private Layout() {}

    /** Words that are cut, lie on each other or leave what they stand in, and pages that scroll sideways, at this width. */
    static List<String> faults(Page page, int width) {
        List<String> faults = new ArrayList<>();
        for (Object fault : (List<?>) page.evaluate(FAULTS, width)) {
            faults.add(String.valueOf(fault));
        }
        return faults;
    }

    /** How large each text of the page is, in pixels. */
    static List<Double> sizes(Page page) {
        List<Double> sizes = new ArrayList<>();
        for (Object size : (List<?>) page.evaluate(SIZES)) {
            sizes.add(((Number) size).doubleValue());
        }
        return sizes;
    }

    /** Texts that stay small for somebody who has set all text of their browser to twice its size. */
    static List<String> small(List<Double> usual, List<Double> doubled) {
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < Math.min(usual.size(), doubled.size()); i++) {
            double grown = doubled.get(i) / usual.get(i);
            if (grown < LARGER) {
                faults.add("text " + i + " grows by " + grown);
            }
        }
        return faults;
    }
}
