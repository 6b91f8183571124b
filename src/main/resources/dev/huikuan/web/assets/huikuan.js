// Enhances pages that work without it: Ctrl+Enter decides, faults jump to their line.
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

  const open = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.tagName === "DETAILS") target.open = true;
  };
  addEventListener("hashchange", open);
  open();
})();
