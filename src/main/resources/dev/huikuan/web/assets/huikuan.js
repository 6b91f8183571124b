// Enhances pages that work without it: filters the worklist, Ctrl+Enter decides, faults jump to their line.
"use strict";
(() => {
  const text = (row) => row.textContent.toLowerCase();

  const filter = document.querySelector("input[data-filter]");
  const words = () => filter.value.toLowerCase().split(/\s+/).filter(Boolean);

  // Every account is on the page: hide the lines that do not match.
  const hideOthers = () => {
    const rows = [...document.querySelectorAll(`#${filter.dataset.filter} tbody tr`)];
    let shown = 0;
    for (const row of rows) {
      row.hidden = !words().every((word) => text(row).includes(word));
      shown += row.hidden ? 0 : 1;
    }
    document.getElementById(`${filter.dataset.filter}-none`).hidden = shown > 0;
  };

  // There are more pages: ask the server and put its list in place of ours. Only the latest counts.
  let asked = 0;
  const askServer = async () => {
    const mine = ++asked;
    await new Promise((wait) => setTimeout(wait, 120));
    if (mine !== asked) return;
    const url = `/?${new URLSearchParams(new FormData(filter.form))}`;
    const answer = await fetch(url);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = page.getElementById("accounts-list");
    if (mine !== asked || !answer.ok || !list) return;
    document.getElementById("accounts-list").replaceWith(list);
    document.getElementById("accounts-kinds").replaceWith(page.getElementById("accounts-kinds"));
    history.replaceState(null, "", url);
  };

  if (filter) {
    const complete = filter.dataset.complete === "true";
    filter.addEventListener("input", complete ? hideOthers : askServer);
    document.querySelectorAll(".noscript").forEach((button) => button.remove());
  }

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
