// Filters the rows of a table as one types; without it, the whole table stands there.
"use strict";
const letters = { "æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ł": "l", "ŋ": "n", "ŧ": "t", "ß": "ss" };
const spelt = { "å": "aa", "ø": "oe" };
const small = (text) => text.normalize("NFKC").toLowerCase();
const plain = (text) => text.normalize("NFKD").replace(/[\p{M}\p{Cf}]/gu, "").replace(/[\p{Pd}−]/gu, "-").replace(/[æøœđłŋŧß]/g, (one) => letters[one]);
// Both ways to write a name without its letters: Ostfold and Oestfold, Asmund and Aasmund.
const ways = (text) => [plain(small(text)), plain(small(text).replace(/[åø]/g, (one) => spelt[one]))];
for (const form of document.querySelectorAll("form[data-filters]")) {
  const table = document.getElementById(form.dataset.filters);
  const rows = Array.from(table.tBodies, (body) => Array.from(body.rows)).flat();
  const texts = rows.map((row) => ways(`${row.textContent} ${row.dataset.more ?? ""}`));
  const words = form.querySelector("input");
  const state = form.querySelector("select");
  const said = form.querySelector("output");
  const filter = () => {
    const wanted = words.value.split(/\s+/).map(ways).filter(([word]) => word);
    let shown = 0;
    rows.forEach((row, index) => {
      const fits = wanted.every((word) => texts[index].some((text, way) => text.includes(word[way])));
      row.hidden = !(fits && (state.value === "" || row.dataset.state === state.value));
      shown += row.hidden ? 0 : 1;
    });
    const { told, none } = said.dataset;
    said.textContent = shown ? told.replace("{shown}", shown).replace("{all}", rows.length) : none;
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  // The address says the state that is chosen: it holds when the page is loaded again, or sent to somebody.
  const asked = () => {
    const option = location.hash ? document.getElementById(location.hash.slice(1)) : state.options[0];
    if (option?.parentElement === state) option.selected = true;
    filter();
  };
  state.addEventListener("change", () => {
    const { id } = state.selectedOptions[0];
    history.replaceState(null, "", location.href.split("#")[0] + (id && `#${id}`));
  });
  form.addEventListener("input", filter);
  addEventListener("hashchange", asked);
  asked();
}
