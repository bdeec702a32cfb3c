// Filters the rows of a table as one types; without it, the whole table stands there.
"use strict";
const letters = { "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ß": "ss" };
const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[æøđłß]/g, (one) => letters[one]);
for (const form of document.querySelectorAll("form[data-filters]")) {
  const table = document.getElementById(form.dataset.filters);
  const rows = Array.from(table.tBodies, (body) => Array.from(body.rows)).flat();
  const texts = rows.map((row) => plain(`${row.textContent} ${row.dataset.more ?? ""}`));
  const words = form.querySelector("input");
  const state = form.querySelector("select");
  const said = form.querySelector("output");
  const filter = () => {
    const wanted = plain(words.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, index) => {
      const fits = wanted.every((word) => texts[index].includes(word));
      row.hidden = !(fits && (state.value === "" || row.dataset.state === state.value));
      shown += row.hidden ? 0 : 1;
    });
    const { told, none } = said.dataset;
    said.textContent = shown ? told.replace("{shown}", shown).replace("{all}", rows.length) : none;
  };
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  const asked = () => {
    const option = document.getElementById(location.hash.slice(1));
    if (option?.parentElement === state) option.selected = true;
    filter();
  };
  form.addEventListener("input", filter);
  addEventListener("hashchange", asked);
  asked();
}
