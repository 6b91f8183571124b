// Enhances the account page: what is left as it is stays out of the address, an answer that htmx
// puts in has an address of its own, and a form is sent once.
"use strict";
(() => {
  const isEmptyFact = (name, value) => value === "" && (name === "pay" || name === "add" || name.startsWith("set."));

  document.body.addEventListener("htmx:configRequest", (event) => {
    for (const [name, value] of [...event.detail.formData.entries()]) {
      if (isEmptyFact(name, value)) event.detail.formData.delete(name);
    }
  });

  const showAddress = (address) => {
    history.pushState({}, "", address);
    const other = document.querySelector("a.switch");
    if (other) {
      const url = new URL(address, location.href);
      url.searchParams.set("lang", other.lang);
      other.href = url.pathname + url.search;
    }
  };
  document.body.addEventListener("htmx:afterSettle", (event) => {
    const sent = event.detail.requestConfig;
    if (!sent || event.detail.target.id !== "account" || sent.verb !== "get") return;
    showAddress(event.detail.pathInfo.finalRequestPath);
    const next = document.querySelector("#account [autofocus], #account [aria-invalid=true]")
      || document.getElementById("differences");
    if (next) next.focus();
  });
  addEventListener("popstate", () => location.reload());

  const said = document.getElementById("reported");
  if (said) said.focus();

  for (const form of document.querySelectorAll(".outcome form")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
    });
  }
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
})();
