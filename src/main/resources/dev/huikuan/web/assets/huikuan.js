// Enhances pages that work without it: keys, jumps to lines, copying, details that a link points into.
"use strict";
(() => {
  const json = document.getElementById("json");
  if (json) {
    json.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        json.form.requestSubmit(json.form.querySelector("button.primary"));
      }
    });
  }

  const showLine = (number) => {
    const lines = json.value.split("\n");
    const from = lines.slice(0, number - 1).reduce((sum, line) => sum + line.length + 1, 0);
    json.focus();
    json.setSelectionRange(from, from + lines[number - 1].length);
    const height = parseFloat(getComputedStyle(json).lineHeight);
    json.scrollTop = Math.max(0, (number - 4) * height);
    json.scrollIntoView({ block: "center" });
  };
  for (const button of document.querySelectorAll("button[data-line]")) {
    button.addEventListener("click", () => showLine(Number(button.dataset.line)));
  }

  for (const button of document.querySelectorAll("button[data-copy]")) {
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
      button.parentElement.querySelector("[role=status]").textContent = button.dataset.done;
    });
  }

  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
  };
  addEventListener("hashchange", open);
  open();

  // Single keys, while nothing is being typed; they can be switched off, and then stay off.
  const OFF = "huikuan-keys-off";
  const dialog = document.getElementById("keys");
  const byKey = (key) => document.querySelector(`[data-key="${key}"]`);
  const lines = () => Array.from(document.querySelectorAll("#accounts tbody th a"));
  const move = (step) => {
    const all = lines();
    if (all.length === 0) return;
    const at = all.indexOf(document.activeElement);
    const to = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
    all[to].focus();
    all[to].closest("tr").scrollIntoView({ block: "nearest" });
  };
  const isTyping = (target) =>
    target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.closest("dialog");
  const isOff = () => {
    try {
      return localStorage.getItem(OFF) !== null;
    } catch (closed) {
      return false;
    }
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    const onLine = lines().includes(document.activeElement);
    if (onLine && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
      return;
    }
    if (isOff()) return;
    if (event.key === "j" || event.key === "k") {
      move(event.key === "j" ? 1 : -1);
    } else if (event.key === "?" && dialog) {
      dialog.showModal();
    } else {
      const target = byKey(event.key);
      if (!target) return;
      event.preventDefault();
      if (target.matches("input")) target.focus();
      else target.click();
    }
  });
  if (dialog) {
    const opener = document.getElementById("keys-open");
    opener.hidden = false;
    opener.addEventListener("click", () => dialog.showModal());
    const on = document.getElementById("keys-on");
    on.checked = !isOff();
    on.addEventListener("change", () => {
      if (on.checked) localStorage.removeItem(OFF);
      else localStorage.setItem(OFF, "1");
    });
  }
})();
