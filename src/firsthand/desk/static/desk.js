// Swaps the parts of a page that a link or a form changes, one key a decision, words picked in a text.
// Every link and form works without it.
(() => {
  "use strict";
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const main = () => document.getElementById("main");
  const PARTS = ["told", "main", "foot"];
  document.documentElement.classList.add("script");

  // --- pages in place: the answer is a whole page, of which the parts that are here are taken
  let asked = 0, busy = false, current = location.pathname + location.search;
  const load = async (address, options = {}, push = true) => {
    const turn = ++asked;
    document.body.classList.add("working");
    try {
      const answer = await fetch(address, { credentials: "same-origin", ...options });
      const text = await answer.text();
      if (turn !== asked) return false;
      const made = new DOMParser().parseFromString(text, "text/html");
      if (!made.getElementById("main")) throw new Error(text.trim().slice(0, 300));
      const hash = new URL(address, location.href).hash;
      const local = new URL(answer.url);
      if (push) history.pushState(null, "", local.pathname + local.search + (local.hash || (options.method ? "" : hash)));
      current = push ? location.pathname + location.search : local.pathname + local.search;
      document.title = made.title;
      swap(made);
      return true;
    } catch (error) {
      say(error instanceof TypeError ? "The desk does not answer. Is it still running?" : error.message);
      return false;
    } finally {
      if (turn === asked) document.body.classList.remove("working");
    }
  };
  const swap = (made) => {
    const held = document.activeElement;
    const at = held && main().contains(held) ? { id: held.id, name: held.getAttribute("name"), item: items().indexOf(held.closest(".item")) } : null;
    const open = all("details[open] > summary").map((e) => e.textContent);
    for (const id of PARTS) {
      const here = document.getElementById(id), there = made.getElementById(id);
      if (here && there) here.replaceChildren(...there.childNodes);
    }
    all("details:not([open]) > summary").forEach((e) => { if (open.includes(e.textContent)) e.parentElement.open = true; });
    if (at) {
      const again = at.id ? document.getElementById(at.id) : items()[Math.min(at.item, items().length - 1)];
      if (again) focusIn(again); else main().focus({ preventScroll: true });
    }
  };
  const say = (text) => {
    const told = document.createElement("div");
    told.className = "told";
    told.append(Object.assign(document.createElement("p"), { textContent: text }));
    document.getElementById("told").replaceChildren(told);
  };
  const focusIn = (item) => {
    const first = item.matches("a[href], button, input, select, textarea, [tabindex]") ? item : item.querySelector("a[href], button");
    if (first) first.focus({ preventScroll: true });
  };
  const shown = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch { /* no page of ours wrote it */ }
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    const box = target.getBoundingClientRect();
    const low = innerWidth < 992 ? 0.4 : 0.9; // on a small screen the panel covers what is below
    if (box.top < 60 || box.bottom > innerHeight * low) target.scrollIntoView({ block: low < 0.5 ? "start" : "center" });
  };
  addEventListener("popstate", async () => {
    const address = location.pathname + location.search;
    if (address === current || await load(location.href, {}, false)) shown();
  });

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-part]");
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    if (!String(getSelection()).trim()) { event.preventDefault(); if (await load(link.href)) shown(); }
    else event.preventDefault(); // words are being picked, not a statement opened
  });
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method !== "post" || form.enctype === "multipart/form-data") return;
    event.preventDefault();
    if (busy) return; // a key pressed twice decides once
    busy = true;
    const slow = setTimeout(() => say("Working it out …"), 500);
    const body = new URLSearchParams(new FormData(form, event.submitter));
    await load(form.action, { method: "POST", body });
    clearTimeout(slow);
    busy = false;
  });
  let waiting = 0;
  document.addEventListener("input", (event) => {
    const form = event.target.closest("form[data-live]");
    if (!form) return;
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const fields = Array.from(new FormData(form)).filter(([, value]) => value);
      const address = `${location.pathname}?${new URLSearchParams(fields)}`;
      const name = event.target.name, typed = event.target.selectionStart;
      if (!(await load(address, {}, false))) return;
      history.replaceState(null, "", address);
      const again = document.querySelector(`form[data-live] [name="${name}"]`);
      if (again) { again.focus({ preventScroll: true }); if (typed !== null && again.type === "search") again.setSelectionRange(typed, typed); }
    }, 250);
  });

  // --- words picked in an article: code points, as the desk counts
  const points = (text) => Array.from(text).length;
  const picked = () => {
    const chosen = getSelection(), text = document.getElementById("text");
    if (!text || !chosen.rangeCount || chosen.isCollapsed) return [];
    const range = chosen.getRangeAt(0), spans = [];
    if (!text.contains(range.commonAncestorContainer) && range.commonAncestorContainer !== text) return [];
    for (const piece of all("[data-at]", text)) {
      const node = piece.firstChild;
      if (!node || !range.intersectsNode(node)) continue;
      const from = node === range.startContainer ? range.startOffset : 0;
      const to = node === range.endContainer ? range.endOffset : node.data.length;
      const words = node.data.slice(from, to), inner = words.trim();
      if (!inner) continue;
      const at = Number(piece.dataset.at) + points(node.data.slice(0, from)) + points(words.slice(0, words.indexOf(inner)));
      spans.push({ start: at, end: at + points(inner), text: inner });
    }
    return spans.reduce((joined, next) => {
      const last = joined[joined.length - 1];
      if (last && next.start - last.end <= 1) { last.text += (next.start > last.end ? " " : "") + next.text; last.end = next.end; }
      else joined.push(next);
      return joined;
    }, []);
  };
  document.addEventListener("selectionchange", () => {
    const spans = picked();
    if (!spans.length) return; // clicking into the panel must not lose what was picked
    for (const form of all("form[data-words]")) {
      form.querySelector("[data-spans]").value = spans.map((s) => `${s.start}-${s.end}`).join(",");
      form.querySelector("[data-picked]").hidden = false;
      form.querySelector("[data-picked] q").textContent = spans.map((s) => s.text).join(" … ").slice(0, 300);
    }
  });

  // --- keys
  const items = () => all("#main .item").filter((e) => e.offsetParent);
  const step = (by) => {
    const list = items(), at = list.indexOf(document.activeElement && document.activeElement.closest(".item"));
    const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(at + by, 0), list.length - 1)];
    if (next) { focusIn(next); next.scrollIntoView({ block: "nearest" }); }
  };
  const off = () => localStorage.getItem("keys") === "off";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (typing) { if (event.key === "Escape") typing.blur(); return; }
    if (off() && event.key !== "Escape") return;
    const target = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (target) {
      event.preventDefault();
      if (target.matches("input, textarea")) { target.focus(); target.select(); } else { getSelection().removeAllRanges(); target.click(); }
    } else if (event.key === "j" || event.key === "k") step(event.key === "j" ? 1 : -1);
  });
  document.addEventListener("change", (event) => {
    if (event.target.id === "keys") localStorage.setItem("keys", event.target.checked ? "on" : "off");
  });
  const box = document.getElementById("keys");
  if (box) box.checked = !off();
  if (location.hash) requestAnimationFrame(shown);
})();
