(() => {
  "use strict";
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

  // --- from a claim to the exact words: unfold what hides them, light up every piece of the statement
  const reveal = (id) => {
    const target = id && document.getElementById(id);
    if (!target) return;
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    const hidden = target.closest("[hidden]");
    if (hidden) clear();
    all(".here").forEach((e) => e.classList.remove("here"));
    const pieces = id[0] === "s" ? all(`[data-s~="${id.slice(1)}"]`) : [];
    (pieces.length ? pieces : [target]).forEach((e) => e.classList.add("here"));
    const there = pieces[0] || target;
    const go = () => there.scrollIntoView({ block: id[0] === "s" ? "center" : "start" });
    go();
    requestAnimationFrame(go); // what was folded or not yet laid out may have moved it
    if (pieces[0]) pieces[0].focus({ preventScroll: true });
  };
  const framed = location.protocol === "about:"; // a notebook's frame: its links would leave the page
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    const id = link.getAttribute("href").slice(1);
    if (framed || id === location.hash.slice(1)) event.preventDefault();
    if (framed || id === location.hash.slice(1)) reveal(id);
  });
  addEventListener("hashchange", () => reveal(location.hash.slice(1)));

  // --- the filter
  const form = document.getElementById("filter");
  const items = all(".item");
  const stories = all(".story");
  const words = new Map();
  const wordsOf = (item) => {
    if (!words.has(item)) words.set(item, item.textContent.toLowerCase());
    return words.get(item);
  };
  let folded = null; // what was folded before filtering, to fold it again after
  const apply = () => {
    const field = form.elements;
    const text = field.text.value.trim().toLowerCase();
    const stance = field.stance.value;
    const story = field.story ? field.story.value : "";
    const disputed = field.disputed.checked;
    const active = Boolean(text || stance || story || disputed);
    let shown = 0;
    for (const item of items) {
      const fits =
        (!disputed || item.classList.contains("disputed")) &&
        (!stance || item.dataset.stance.split(" ").includes(stance)) &&
        (!story || item.closest(".story").id === story) &&
        (!text || wordsOf(item).includes(text));
      item.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const section of stories) section.hidden = active && !section.querySelector(".item:not([hidden])");
    document.body.classList.toggle("filtered", active);
    const folds = all(".story > details, .story details.more");
    if (active && !folded) folded = folds.filter((e) => !e.open);
    if (active) folds.forEach((e) => { if (e.querySelector(".item:not([hidden])")) e.open = true; });
    else if (folded) { folded.forEach((e) => { e.open = false; }); folded = null; }
    form.querySelector("output").textContent = active ? `${shown} of ${items.length} claims` : "";
  };
  const clear = () => { form.reset(); apply(); };
  let waiting = 0;
  form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 120); });
  form.addEventListener("submit", (event) => { event.preventDefault(); apply(); });
  form.hidden = !items.length;

  if (location.hash) reveal(location.hash.slice(1));

  // --- paper shows everything
  addEventListener("beforeprint", () => all("details").forEach((e) => { e.open = true; }));
})();
