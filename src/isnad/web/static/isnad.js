// What makes the page nicer; everything works without it.
"use strict";
(() => {
  const root = document.documentElement;
  root.dataset.js = "";
  const keep = { get: (k) => { try { return localStorage.getItem(k); } catch { return null; } }, set: (k, v) => { try { localStorage.setItem(k, v); } catch { /* a browser that keeps nothing */ } } };

  const theme = keep.get("theme");
  if (theme) root.dataset.theme = theme;
  document.querySelector("[data-theme-switch]")?.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    keep.set("theme", root.dataset.theme);
  });

  // where there is little room, what was asked for comes before the asking, and the section one is in is in sight
  if (matchMedia("(max-width: 34rem)").matches) {
    for (const filter of document.querySelectorAll(".filter")) filter.open = false;
    for (const chart of document.querySelectorAll(".timeline")) chart.parentElement.scrollLeft = chart.scrollWidth;
    document.querySelector(".rooms [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" });
  }

  // the layers of an article's marks
  for (const box of document.querySelectorAll("[data-layer]")) {
    box.addEventListener("change", () => root.toggleAttribute(`data-hide-${box.dataset.layer}`, !box.checked));
  }

  // what an address points to may stand in something closed
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", reveal);
  reveal();

  // keys: none is taken while somebody writes, or with a modifier
  const items = [...document.querySelectorAll(".item")];
  let at = -1;
  const move = (by) => {
    if (!items.length) return;
    items[at]?.classList.remove("at");
    at = Math.min(Math.max(at + by, 0), items.length - 1);
    items[at].classList.add("at");
    items[at].querySelector("a.main")?.focus({ preventScroll: true });
    items[at].scrollIntoView({ block: "nearest" });
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, [contenteditable]")) return;
    // the same keys on an Arabic keyboard
    const key = { "ت": "j", "ن": "k", "خ": "o", "م": "l", "ش": "a", "ق": "r", "س": "s", "ظ": "/" }[event.key] ?? event.key;
    const decided = document.querySelector(`[data-review] [data-key="${CSS.escape(key)}"]`);
    if (decided) decided.click();
    else if (key === "/") document.getElementById("q")?.focus();
    else if (key === "j") move(1);
    else if (key === "k") move(-1);
    else if (key === "o" && at >= 0) items[at].querySelector("a.main")?.click();
    else if (key === "l") document.querySelector("a.lang")?.click();
    else return;
    event.preventDefault();
  });

  // the network, livelier than its drawing
  const network = document.querySelector("[data-network]");
  if (network && window.cytoscape) draw(network);

  async function draw(box) {
    const answer = await fetch(box.dataset.network, { headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const told = await answer.json();
    const names = new Map([...box.querySelectorAll("a[href*='/actor/']")].map((a) => [decodeURIComponent(a.getAttribute("href").split("/actor/")[1]), a.textContent.trim()]));
    const ties = told.ties.filter((t) => names.has(t.a) && names.has(t.b));
    const busy = new Map(told.nodes.map((n) => [n.id, n.contacts]));
    const style = getComputedStyle(root);
    const colour = (name) => style.getPropertyValue(name).trim();
    const most = Math.max(...ties.map((t) => t.contacts), 1);
    const biggest = Math.max(...[...names.keys()].map((id) => busy.get(id) ?? 1));
    box.classList.add("live");
    const graph = window.cytoscape({
      container: box,
      elements: [
        ...[...names].map(([id, name]) => ({ data: { id, name, r: 14 + 34 * Math.sqrt((busy.get(id) ?? 1) / biggest) } })),
        ...ties.map((t) => ({ data: { source: t.a, target: t.b, w: 1 + (7 * t.contacts) / most, n: t.contacts } })),
      ],
      style: [
        { selector: "node", style: { label: "data(name)", width: "data(r)", height: "data(r)", "background-color": colour("--accent"), color: colour("--ink"), "font-family": getComputedStyle(document.body).fontFamily, "font-size": 13, "text-valign": "bottom", "text-margin-y": 4, "text-outline-color": colour("--card"), "text-outline-width": 2 } },
        { selector: "edge", style: { width: "data(w)", "line-color": colour("--accent"), opacity: 0.35, "curve-style": "straight" } },
        { selector: ".far", style: { opacity: 0.08 } },
        { selector: "edge.near", style: { opacity: 0.9, "line-color": colour("--gold"), label: "data(n)", color: colour("--ink"), "font-size": 12 } },
      ],
      layout: { name: "cose", animate: false, randomize: false, nodeRepulsion: 90000, idealEdgeLength: 110, nodeOverlap: 60, nodeDimensionsIncludeLabels: true, padding: 20 },
      // the wheel scrolls the page, over the network too
      userZoomingEnabled: false,
    });
    // names stay readable where the whole was made small to fit
    graph.nodes().style("font-size", Math.max(13, 11 / graph.zoom()));
    graph.on("mouseover", "node", (event) => {
      graph.elements().addClass("far");
      event.target.closedNeighborhood().removeClass("far").edges().addClass("near");
    });
    graph.on("mouseout", "node", () => graph.elements().removeClass("far near"));
    const go = (query) => { location.href = `${box.dataset.contacts}?${query}`; };
    graph.on("tap", "node", (event) => { location.href = box.dataset.contacts.replace(/contacts$/, `actor/${encodeURIComponent(event.target.id())}`); });
    const by = box.dataset.by === "side" ? "side" : "actor";
    const asked = new URLSearchParams(box.dataset.network.split("?")[1]);
    graph.on("tap", "edge", (event) => {
      asked.delete("by");
      asked.append(by, event.target.source().id());
      asked.append(by, event.target.target().id());
      go(asked);
    });
  }
})();
