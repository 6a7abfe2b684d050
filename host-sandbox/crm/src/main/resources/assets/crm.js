// Small comforts; every page works without them.
(() => {
  const QUIET_POLLS = 40; // ten minutes without a hand on the device: then the session may grow old
  const search = document.getElementById("search");
  let quiet = 0;
  for (const kind of ["pointerdown", "keydown"]) {
    document.addEventListener(kind, () => { quiet = 0; }, { passive: true });
  }
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    if (search && event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
    }
  });
  // What opens over the page closes when the focus goes on, so that it hides nothing that has it.
  for (const popup of document.querySelectorAll(".crm-account, .crm-more")) {
    popup.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !popup.contains(event.relatedTarget)) {
        popup.open = false;
      }
    });
    popup.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && popup.open) {
        popup.open = false;
        popup.querySelector("summary").focus();
      }
    });
  }
  const badge = document.getElementById("unread");
  if (badge) {
    setInterval(async () => {
      if (document.hidden || ++quiet > QUIET_POLLS) {
        return;
      }
      try {
        const answer = await fetch("/notifications/count", { redirect: "error" });
        const count = answer.ok ? (await answer.text()).trim() : "";
        if (/^\d+$/.test(count)) {
          badge.firstElementChild.textContent = count;
          badge.hidden = count === "0";
        }
      } catch {
        // Offline or signed out: the next page tells.
      }
    }, 15000);
  }
})();
