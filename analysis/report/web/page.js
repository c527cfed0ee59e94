// SPDX-License-Identifier: GPL-2.0-only
// Draws the charts of the page, and lets people hide series, choose a variant and filter samples.
"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Colours are variables of the style sheet: so light, dark and paper need no second drawing.
  const axis = {
    labelColor: "var(--ink)", titleColor: "var(--ink)", domainColor: "var(--faint)",
    tickColor: "var(--faint)", gridColor: "var(--grid)", titleFontWeight: 400, labelFontSize: 11,
    titleFontSize: 12, labelOverlap: "greedy",
  };
  const config = {
    background: null, font: "system-ui, sans-serif", axis, view: { stroke: null },
    text: { color: "var(--ink)", fontSize: 11 }, rule: { color: "var(--faint)" },
    header: { labelColor: "var(--ink)", titleColor: "var(--ink)" }, autosize: { type: "fit-x", contains: "padding" },
  };
  const views = new Map();

  /** Names of points go to a free place around their point, or vanish: Vega-Lite has no word for it. */
  function placeNames(spec) {
    for (const mark of spec.marks.filter((one) => one.name === "names_marks")) {
      mark.transform = [{
        type: "label", size: { signal: "[max(width, 1), max(height, 1)]" }, avoidMarks: ["points_marks"], padding: 0,
        anchor: ["right", "left", "top", "bottom", "top-right", "top-left", "bottom-right", "bottom-left"], offset: [8, 8, 8, 8, 4, 4, 4, 4],
      }];
    }
    return spec;
  }

  async function draw(figure) {
    const plot = figure.querySelector(".plot");
    const spec = JSON.parse(figure.querySelector("script.spec").textContent);
    const options = { mode: "vega-lite", renderer: "svg", actions: false, config, patch: placeNames, ast: true, logLevel: vega.Error };
    const { view } = await vegaEmbed(plot, spec, options);
    view.resize();
    views.set(figure, view);
    figure.dataset.drawn = "true";
  }

  function set(figure, signal, value) {
    const view = views.get(figure);
    if (view && Object.hasOwn(view.getState({ signals: (name) => name === signal }).signals, signal)) {
      view.signal(signal, value).runAsync();
    }
  }

  function connectLegend(figure) {
    const buttons = all(".legend button", figure);
    for (const button of buttons) {
      button.addEventListener("click", () => {
        button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
        const hidden = buttons.filter((one) => one.getAttribute("aria-pressed") === "false");
        set(figure, "hidden", hidden.map((one) => one.dataset.series));
      });
    }
  }

  function save(figure) {
    const svg = figure.querySelector(".plot svg");
    const copy = svg.cloneNode(true);
    const originals = all("*", svg);
    all("*", copy).forEach((element, i) => {
      for (const name of ["fill", "stroke"]) {
        if ((element.getAttribute(name) || "").includes("var(")) {
          element.setAttribute(name, getComputedStyle(originals[i])[name]);
        }
      }
    });
    const link = document.createElement("a");
    link.href = "data:image/svg+xml;charset=utf-8," + encodeURIComponent(new XMLSerializer().serializeToString(copy));
    link.download = figure.id + ".svg";
    link.click();
  }

  function choose(index) {
    for (const part of all("[data-variant]")) {
      part.hidden = part.dataset.variant !== index;
    }
    for (const figure of views.keys()) {
      set(figure, "variant", Number(index));
    }
    filter();
  }

  function filter() {
    const form = document.querySelector(".filters");
    if (!form) {
      return;
    }
    const wanted = Object.fromEntries(all("select", form).map((select) => [select.name, select.value]));
    const variant = document.getElementById("variant");
    let shown = 0;
    for (const story of all(".story")) {
      const isChosen = !variant || story.dataset.of === variant.value;
      const fits = isChosen && Object.entries(wanted).every(([name, value]) => value === "" || story.dataset[name] === value);
      story.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    form.querySelector("output").textContent = shown + " shown";
  }

  /** Every picture is in the page once, however many samples show it. */
  function showPictures() {
    const source = document.getElementById("pictures");
    const pictures = source ? JSON.parse(source.textContent) : {};
    for (const image of all("img[data-picture]")) {
      image.src = "data:image/png;base64," + pictures[image.dataset.picture];
    }
  }

  async function start() {
    showPictures();
    const figures = all("figure.chart");
    figures.forEach(connectLegend);
    all("button.save").forEach((button) => button.addEventListener("click", () => save(button.closest("figure"))));
    all(".filters select").forEach((select) => select.addEventListener("change", filter));
    const variant = document.getElementById("variant");
    if (variant) {
      variant.addEventListener("change", () => choose(variant.value));
    }
    await Promise.all(figures.map(draw));
    if (variant) {
      choose(variant.value); // browsers remember choices when a page is loaded again
    }
    filter();
    document.body.dataset.state = "drawn";
  }

  start().catch((error) => {
    document.body.dataset.state = "failed";
    console.error(error);
  });
})();
