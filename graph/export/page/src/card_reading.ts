// On the card of a paper: where to read it, its citation, and the reader's mark.
import * as citations from "./citations";
import { citationOf, linkOf } from "./cite";
import { button, el, outside } from "./dom";
import * as reading from "./reading";
import * as sites from "./sites";
import * as storage from "./storage";

const OWN = "Another site …";

// Without an address a search by title leads on; which site, the reader says once.
const siteChoice = (renew: () => unknown) => {
  const now = sites.chosen();
  const names = [...Object.keys(sites.SITES), ...(now in sites.SITES ? [] : [now]), OWN];
  const choice = el(
    "select",
    { class: "sites", "aria-label": "Site to look for titles at" },
    ...names.map((name) =>
      el("option", { value: name, selected: name === now }, name === OWN ? OWN : sites.nameOf(name)),
    ),
  );
  choice.addEventListener("change", () => {
    if (choice.value !== OWN) {
      sites.choose(choice.value);
      renew();
    } else choice.replaceWith(...ownSite(renew));
  });
  return choice;
};
const ownSite = (renew: () => unknown) => {
  const label = "Address of a search, with {} for the title";
  const input = el("input", {
    type: "text",
    "aria-label": label,
    placeholder: "https://…?q={}",
    class: "line-input",
  });
  const said = el("p", { class: "muted", role: "status" });
  const save = button({ class: "ask" }, "Use it", () => {
    const text = input.value.trim();
    if (sites.isTemplate(text)) {
      sites.choose(text);
      renew();
    } else said.textContent = "Give an address that begins with https:// and has {} where the title belongs.";
  });
  return [input, save, said];
};
const way = (row: number, title: string) => {
  const place = el("p", { class: "source" });
  const fill = () => {
    const link = linkOf(row);
    if (link) place.replaceChildren(outside(link) ?? "");
    else {
      const site = sites.chosen();
      const attributes = { rel: "noopener noreferrer", target: "_blank", class: "outside" };
      const name = `Look for it at ${sites.nameOf(site)}`;
      const search = el(
        "a",
        { href: sites.searchFor(title, site), "aria-label": name, ...attributes },
        "Look for it",
      );
      place.replaceChildren(search, " at ", siteChoice(fill));
    }
  };
  fill();
  return place;
};

const copyText = async (text: string) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
};
// Where the clipboard is closed to the page, the text is there to be copied by hand.
const citing = (row: number) => {
  const said = el("span", { class: "muted", role: "status" });
  const forms: [string, () => string][] = [
    ["Copy citation", () => citations.toText(citationOf(row))],
    ["BibTeX", () => citations.toBibtex([citationOf(row)])],
  ];
  const buttons = forms.map(([name, make]) =>
    button({ class: "ask", title: name === "BibTeX" ? "Copy as BibTeX" : name }, name, async () => {
      const text = make();
      if (await copyText(text)) said.textContent = "Copied";
      else {
        const area = el(
          "textarea",
          { readonly: true, rows: "5", class: "line-input", "aria-label": name },
          text,
        );
        said.replaceChildren(area);
        area.select();
      }
    }),
  );
  return [...buttons, said];
};
const marking = (row: number) => {
  const buttons = reading.MARKS.map((mark, at) =>
    button(
      {
        ...{ "data-mark": mark, title: `${mark} (key ${at + 1})` },
        "aria-pressed": String(reading.markOf(row) === mark),
      },
      mark.charAt(0).toUpperCase() + mark.slice(1),
      () => {
        reading.mark(row, mark);
        for (const each of buttons)
          each.setAttribute("aria-pressed", String(reading.markOf(row) === each.dataset.mark));
        said.textContent = storage.notice();
      },
    ),
  );
  const said = el("p", { class: "muted", role: "status" });
  const group = { class: "segments marks", role: "group", "aria-label": "Reading mark" };
  return [el("div", group, ...buttons), said];
};
/** What leads on from a row of the corpus. */
export const cardReading = (row: number, title: string) => {
  const [marks, said] = marking(row);
  return [way(row, title), el("div", { class: "actions reading" }, marks, ...citing(row)), said];
};
/** Keys 1 to 3 mark the paper of the open card, in whatever view it is open. */
export const startKeys = () =>
  document.addEventListener("keydown", (event) => {
    const typing = (event.target as Element).matches("input, textarea, select");
    const at = ["1", "2", "3"].indexOf(event.key);
    if (typing || at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = document.querySelector<HTMLButtonElement>(
      `#card:not([hidden]) [data-mark="${reading.MARKS[at]}"]`,
    );
    pressed?.click();
  });
/** The small sign of a marked paper in lists, or null. */
export const sign = (row: number) => {
  const mark = row < 0 ? null : reading.markOf(row);
  return mark
    ? el("span", { class: "read-mark", role: "img", "aria-label": mark, title: mark }, reading.SIGNS[mark])
    : null;
};
