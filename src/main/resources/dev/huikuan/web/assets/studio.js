// Enhances the upload: files can be dropped, are listed before they are sent, and the wait is told.
"use strict";
(() => {
  const form = document.getElementById("draft-form");
  if (!form) return;
  const drop = document.getElementById("drop");
  const input = document.getElementById("files");
  const list = document.getElementById("chosen");
  const button = form.querySelector("button.primary");
  const sending = document.getElementById("sending");
  const most = { files: Number(form.dataset.files), file: Number(form.dataset.fileBytes), all: Number(form.dataset.bytes) };

  const size = (bytes) => (bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

  const line = (name, said, refused) => {
    const item = document.createElement("li");
    const what = document.createElement("span");
    const much = document.createElement("span");
    what.textContent = name;
    much.textContent = said;
    much.className = "num";
    if (refused) item.className = "refused";
    item.append(what, much);
    list.append(item);
  };

  const show = () => {
    list.textContent = "";
    let all = 0;
    let refused = input.files.length > most.files;
    for (const file of input.files) {
      all += file.size;
      const large = file.size > most.file;
      refused = refused || large;
      line(file.name, large ? `${size(file.size)} · ${form.dataset.tooLarge}` : size(file.size), large);
    }
    if (input.files.length > most.files) line(String(input.files.length), form.dataset.tooMany, true);
    if (all > most.all) {
      refused = true;
      line(size(all), form.dataset.tooLarge, true);
    }
    button.disabled = refused;
  };

  input.addEventListener("change", show);
  for (const kind of ["dragenter", "dragover"]) {
    drop.addEventListener(kind, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer && event.dataTransfer.files.length > 0) {
      input.files = event.dataTransfer.files;
      show();
    }
  });
  // A file that misses the box must not replace the page, and what was typed, by itself.
  for (const kind of ["dragover", "drop"]) addEventListener(kind, (event) => event.preventDefault());

  form.addEventListener("submit", () => {
    sending.textContent = form.dataset.checking;
    button.setAttribute("aria-disabled", "true");
  });
  addEventListener("pageshow", () => {
    sending.textContent = "";
    button.removeAttribute("aria-disabled");
    if (input.files.length > 0) show();
  });
  form.addEventListener("submit", (event) => {
    if (button.dataset.sent === "yes") event.preventDefault();
    button.dataset.sent = "yes";
    setTimeout(() => delete button.dataset.sent, 5000);
  });
})();
