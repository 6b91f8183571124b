// A sheet that is walked through and changed like one in a spreadsheet program; every form works without it.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const grid = () => $("grid");
  const form = () => $("sheet-form");
  const editable = () => grid() && grid().dataset.editable === "true";
  const cellOf = (node) => node instanceof Element ? node.closest("#grid tbody td[id], #grid tbody th[id]") : null;
  const parts = (cell) => /^([A-Z]+)([0-9]+)$/.exec(cell.id);
  let current = "";
  let leaving = false;
  let busy = false;
  let hitsBefore = [];

  // ---- walking: one stop for the tab key, arrows from cell to cell
  const prepare = () => {
    document.querySelectorAll(".scripted").forEach((lead) => { lead.hidden = false; });
    if (!grid()) return;
    grid().setAttribute("role", "grid");
    grid().closest(".grid-box").removeAttribute("tabindex");
    for (const cell of grid().querySelectorAll("tbody td[id], tbody th[id]")) cell.tabIndex = -1;
    for (const button of grid().querySelectorAll("button.pen, button.mark, button.q")) button.tabIndex = -1;
    const first = $(current) || grid().querySelector("tbody [id]");
    if (first) rove(first);
  };
  const rove = (cell) => {
    const before = $(current);
    if (before && before !== cell) {
      before.tabIndex = -1;
      before.querySelectorAll(":scope > button").forEach((button) => { button.tabIndex = -1; });
    }
    current = cell.id;
    cell.tabIndex = 0;
    cell.querySelectorAll(":scope > button").forEach((button) => { button.tabIndex = 0; });
  };
  const cellsOf = (row) => row ? [...row.querySelectorAll(":scope > [id]")] : [];
  const step = (cell, right, down) => {
    if (right) {
      const row = cellsOf(cell.parentElement);
      return row[row.indexOf(cell) + right];
    }
    const [, letters] = parts(cell);
    const way = down > 0 ? "nextElementSibling" : "previousElementSibling";
    for (let row = cell.parentElement[way]; row; row = row[way]) {
      const under = cellsOf(row).find((one) => parts(one)[1] === letters);
      if (under) return under;
    }
    return null;
  };
  const go = (cell) => {
    if (!cell) return;
    rove(cell);
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  // ---- changing a cell
  const editorOpen = () => $("text");
  let opened = null;
  const openEditor = (cell, instead) => {
    if (!editable() || busy) return;
    if (editorOpen()) {
      post({ edit: cell.id }, cell.id);
      return;
    }
    const [, letters] = parts(cell);
    const column = document.querySelector(`template[data-column="${letters}"]`);
    const text = instead === undefined ? cell.querySelector(".v").textContent : instead;
    const editor = $("editor").content.cloneNode(true);
    const inBody = cell.parentElement.matches(".body, .fresh");
    const tall = text.length > 40 || text.includes("\n") || column.dataset.part === "notes";
    const field = document.createElement(tall ? "textarea" : "input");
    if (tall) field.rows = 3; else field.type = "text";
    field.id = "text";
    field.name = "text";
    field.autocomplete = "off";
    field.value = text;
    field.setAttribute("aria-describedby", "text-hint text-fault");
    if (inBody && column.dataset.list && !tall) field.setAttribute("list", column.dataset.list);
    editor.querySelector(".field").replaceWith(field);
    editor.querySelector("input[name=cell]").value = cell.id;
    const label = editor.querySelector("label");
    label.textContent = label.textContent.replace("{cell}", cell.id);
    editor.querySelector("#text-hint").textContent = inBody ? column.content.textContent : "";
    opened = { cell, nodes: [...cell.childNodes] };
    cell.replaceChildren(editor);
    cell.classList.add("editing");
    rove(cell);
    field.focus();
    if (instead === undefined) field.select();
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const leave = () => {
    if (!opened || !opened.cell.isConnected) {
      post({ do: "leave" }, current);
      return;
    }
    const { cell, nodes } = opened;
    opened = null;
    cell.replaceChildren(...nodes);
    cell.classList.remove("editing");
    go(cell);
  };

  // ---- asking the server: it reads the whole policy with the changes and answers with the sheet
  const post = (values, focus) => {
    if (busy) return;
    busy = true;
    current = focus || current;
    $("sheet").setAttribute("aria-busy", "true");
    $("sheet-failed").hidden = true;
    htmx.ajax("POST", form().action, { source: form(), target: "#sheet", swap: "outerHTML settle:0ms", values });
  };
  const failed = () => {
    busy = false;
    $("sheet").removeAttribute("aria-busy");
    $("sheet-failed").hidden = false;
  };
  document.addEventListener("submit", (event) => {
    if (event.target.id !== "sheet-form") return;
    const button = event.submitter;
    if (button && button.hasAttribute("formaction")) {
      leaving = true;
      // a download does not leave the page
      setTimeout(() => { leaving = false; }, 2000);
      return;
    }
    event.preventDefault();
    const values = button && button.name ? { [button.name]: button.value } : {};
    const cell = form().querySelector(".editor input[name=cell]");
    post(values, values.edit || (cell && cell.value) || (values.undo !== "all" && values.undo) || current);
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    const target = event.detail.target;
    if (target.id !== "sheet" && target.id !== "hits-said") return;
    // a whole page where a part was asked for: signed out, or an error
    if (/^\s*<!doctype/i.test(event.detail.xhr.responseText)) {
      event.detail.shouldSwap = false;
      failed();
      return;
    }
    if (target.id === "sheet") {
      // htmx carries styles over as attributes, which the page does not allow
      for (const pop of document.querySelectorAll(".pop[style]")) pop.removeAttribute("style");
      const box = document.querySelector(".grid-box");
      scroll = box ? [box.scrollLeft, box.scrollTop] : [0, 0];
      hitsBefore = [...document.querySelectorAll("#grid [id^=hits-]")].map((one) => [one.id, [...one.childNodes]]);
    }
  });
  let scroll = [0, 0];
  document.addEventListener("htmx:afterSettle", (event) => {
    if (!event.detail.target || event.detail.target.id !== "sheet") return;
    busy = false;
    opened = null;
    for (const [id, nodes] of hitsBefore) if ($(id)) $(id).replaceChildren(...nodes);
    prepare();
    const box = document.querySelector(".grid-box");
    if (box) box.scrollTo({ left: scroll[0], top: scroll[1], behavior: "instant" });
    $("sheet-said").textContent = $("sheet").dataset.said;
    if (editorOpen()) {
      opened = null;
      editorOpen().focus();
    } else {
      go($(current));
    }
  });
  for (const kind of ["htmx:sendError", "htmx:swapError", "htmx:timeout"]) document.addEventListener(kind, failed);

  // ---- keys and clicks
  const moves = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  document.addEventListener("keydown", (event) => {
    if (event.target.id === "text") {
      if (event.key === "Escape") {
        event.preventDefault();
        leave();
      } else if (event.key === "Enter" && !event.isComposing) {
        if (event.target.tagName === "TEXTAREA" && (event.altKey || event.shiftKey)) {
          event.preventDefault();
          event.target.setRangeText("\n", event.target.selectionStart, event.target.selectionEnd, "end");
        } else if (!event.altKey && !event.shiftKey) {
          event.preventDefault();
          post({}, current);
        }
      }
      return;
    }
    if (event.target.id === "note" && event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      form().querySelector("button.primary").click();
      return;
    }
    const cell = cellOf(event.target);
    if (!cell || event.target !== cell) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const move = moves[event.key];
    if (move && plain) {
      event.preventDefault();
      go(step(cell, ...move));
    } else if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      const row = cellsOf(cell.parentElement);
      go(row[event.key === "Home" ? 0 : row.length - 1]);
    } else if ((event.key === "Enter" || event.key === "F2") && plain && editable()) {
      event.preventDefault();
      openEditor(cell);
    } else if (event.key === "Delete" && plain && editable()) {
      event.preventDefault();
      post({ cell: cell.id, text: "" }, cell.id);
    } else if (event.key.length === 1 && event.key !== " " && plain && !event.isComposing && editable()) {
      event.preventDefault();
      openEditor(cell, event.key);
    }
  });
  document.addEventListener("dblclick", (event) => {
    const cell = cellOf(event.target);
    if (cell && !event.target.closest("button, .editor")) openEditor(cell);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-leave]")) {
      leave();
      return;
    }
    const pen = event.target.closest("button.pen");
    if (pen && !editorOpen()) {
      event.preventDefault();
      openEditor(cellOf(pen));
      return;
    }
    const link = event.target.closest("#sheet a[href^='#']");
    if (link && $(link.hash.slice(1))) {
      setTimeout(() => go($(decodeURIComponent(link.hash.slice(1)))));
      return;
    }
    const cell = cellOf(event.target);
    if (cell && !event.target.closest("button, .editor")) {
      rove(cell);
      cell.focus({ preventScroll: true });
      setTimeout(() => message(cell));
    }
  });

  // ---- what was found, beside its cell
  const popover = (id) => { const one = $(id); return one && one.matches("[popover]") ? one : null; };
  const message = (cell) => {
    const found = popover("found-" + cell.id);
    if (found && !found.matches(":popover-open") && !cell.classList.contains("editing")) found.showPopover();
  };
  document.addEventListener("focusin", (event) => {
    const cell = cellOf(event.target);
    if (!cell || event.target !== cell) return;
    rove(cell);
    if (cell.matches(":focus-visible")) message(cell);
  });
  document.addEventListener("focusout", (event) => {
    const cell = cellOf(event.target);
    const found = cell && event.target === cell && popover("found-" + cell.id);
    if (found && found.matches(":popover-open") && !cell.contains(event.relatedTarget)) found.hidePopover();
  });
  document.addEventListener("toggle", (event) => {
    const pop = event.target;
    if (!pop.matches || !pop.matches(".pop") || event.newState !== "open" || innerWidth < 740) return;
    const at = $(pop.id.replace(/^(term|found)-/, "")).getBoundingClientRect();
    pop.classList.add("placed");
    const left = Math.max(8, Math.min(at.left, innerWidth - pop.offsetWidth - 8));
    const under = at.bottom + 6;
    const top = under + pop.offsetHeight > innerHeight ? Math.max(8, at.top - pop.offsetHeight - 6) : under;
    pop.style.left = left + "px";
    pop.style.top = top + "px";
  }, true);

  // ---- nothing is lost on the way out
  addEventListener("beforeunload", (event) => {
    if (!leaving && $("sheet") && Number($("sheet").dataset.changes) > 0) event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const other = event.target.closest("a.switch");
    if (!other || !$("sheet") || Number($("sheet").dataset.changes) === 0) return;
    event.preventDefault();
    leaving = true;
    const language = document.createElement("input");
    language.type = "hidden";
    language.name = "lang";
    language.value = other.hreflang;
    form().append(language);
    form().submit();
  });

  // ---- where a link leads: a long sheet shows a part of its rows
  const arrive = () => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    if (!/^[A-Z]{1,3}[0-9]{1,7}$/.test(wanted)) return;
    const cell = $(wanted);
    const here = new URL(location.href);
    if (cell) {
      go(cell);
    } else if (here.searchParams.get("cell") !== wanted && here.pathname.endsWith("/sheet")) {
      here.searchParams.set("cell", wanted);
      location.replace(here);
    }
  };
  addEventListener("hashchange", arrive);
  prepare();
  arrive();
})();
