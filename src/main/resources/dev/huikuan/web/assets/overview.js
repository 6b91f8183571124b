// Draws the charts of the overview from the tables beside them; without it the tables stand alone.
"use strict";
(() => {
  const root = document.documentElement;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const brief = new Intl.NumberFormat(root.lang, { notation: "compact", maximumFractionDigits: 1 });
  const charts = new Map();
  const LINE = 26;
  const EDGES = 64;

  const colour = (name) => getComputedStyle(root).getPropertyValue(name).trim();

  const read = (table, most) => {
    const lines = [...table.tBodies[0].rows].slice(0, most || undefined);
    const cells = lines.map((line) => [...line.querySelectorAll("[data-value]")]);
    return {
      labels: lines.map((line) => {
        const head = line.querySelector("th");
        return head.dataset.label || head.textContent.trim();
      }),
      series: [...table.querySelectorAll("th[data-series]")].map((head, i) => ({
        label: head.textContent.trim(),
        data: cells.map((line) => Number(line[i].dataset.value)),
        texts: cells.map((line) => line[i].textContent.trim()),
      })),
    };
  };

  const fills = (count) => (count === 1 ? ["--accent"] : ["--edge", "--accent"]).map(colour);

  const short = (text, room) => (text.length > room ? text.slice(0, room - 1) + "…" : text);

  const options = (across, several, room) => {
    const numbers = {
      beginAtZero: true,
      grid: { color: colour("--line") },
      border: { display: false },
      ticks: { color: colour("--soft"), maxTicksLimit: 6, callback: (value) => brief.format(value) },
    };
    const names = {
      grid: { display: false },
      border: { color: colour("--line") },
      ticks: {
        color: colour("--soft"), autoSkip: false, maxRotation: across ? 0 : 50,
        callback(value) { return short(this.getLabelForValue(value), room); },
      },
    };
    return {
      indexAxis: across ? "y" : "x",
      maintainAspectRatio: false,
      animation: calm.matches ? false : { duration: 400 },
      scales: across ? { x: numbers, y: names } : { x: names, y: numbers },
      plugins: {
        legend: {
          display: several, align: "end",
          labels: { color: colour("--ink"), boxWidth: 12, boxHeight: 12, useBorderRadius: true, borderRadius: 3 },
        },
        tooltip: {
          backgroundColor: colour("--ink"), titleColor: colour("--card"), bodyColor: colour("--card"),
          callbacks: { label: (item) => `${item.dataset.label} ${item.dataset.texts[item.dataIndex]}` },
        },
      },
    };
  };

  const draw = (canvas) => {
    const table = document.getElementById(canvas.dataset.table);
    if (!table) return;
    const plot = canvas.parentElement;
    const across = canvas.dataset.kind === "bars";
    const { labels, series } = read(table, Number(canvas.dataset.most));
    plot.hidden = false;
    const note = plot.parentElement.querySelector(".charted");
    if (note) note.hidden = false;
    if (across) plot.style.height = `${labels.length * LINE * (series.length > 1 ? 1.4 : 1) + EDGES}px`;
    const colours = fills(series.length);
    charts.get(canvas)?.destroy();
    charts.set(canvas, new Chart(canvas, {
      type: "bar",
      data: {
        labels,
        datasets: series.map((one, i) => ({
          ...one, backgroundColor: colours[i], borderRadius: 4, maxBarThickness: across ? 18 : 40,
        })),
      },
      options: options(across, series.length > 1, plot.clientWidth < 420 ? 12 : 28),
    }));
    canvas.dataset.drawn = "true";
  };

  const forget = () => {
    for (const [canvas, chart] of charts) {
      if (!canvas.isConnected) {
        chart.destroy();
        charts.delete(canvas);
      }
    }
  };

  const drawAll = () => document.querySelectorAll("canvas[data-table]").forEach(draw);
  const drawNew = () => {
    forget();
    document.querySelectorAll("canvas[data-table]:not([data-drawn])").forEach(draw);
  };

  Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
  drawAll();
  dark.addEventListener("change", drawAll);

  const rows = document.getElementById("rows");
  const figures = document.getElementById("row-figures");
  const fail = () => {
    const said = document.createElement("p");
    said.className = "wrong";
    said.setAttribute("role", "alert");
    said.textContent = rows.dataset.failed;
    figures.replaceChildren(said);
  };
  // a whole page where a part was asked for: signed out meanwhile, or something else went wrong
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (/^\s*<!doctype/i.test(event.detail.xhr.responseText)) {
      event.detail.shouldSwap = false;
      fail();
    }
  });
  document.addEventListener("htmx:sendError", fail);
  document.addEventListener("htmx:afterSettle", drawNew);
})();
