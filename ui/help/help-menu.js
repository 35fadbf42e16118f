// The window's own Help menu: a menu button, as the ARIA patterns describe it.

import { byId, setText, within } from "../page/dom.js";
import { nextStop } from "../page/roving.js";
import { keyWords } from "./shortcuts.js";

/** @typedef {"guide" | "shortcuts" | "diagnostics" | "about"} HelpVerb */

/** @param {Record<HelpVerb, () => unknown>} verbs */
export function mountHelpMenu(verbs) {
  const button = byId("help-button", HTMLButtonElement);
  const menu = byId("help-menu", HTMLElement);
  const items = [...menu.querySelectorAll("button")];

  /** Beside its button, wherever the navigation is. */
  function place() {
    const { left, top, bottom } = button.getBoundingClientRect();
    const below = top < innerHeight / 2;
    menu.style.insetBlockStart = below ? `${bottom + 4}px` : "auto";
    menu.style.insetBlockEnd = below ? "auto" : `${innerHeight - top + 4}px`;
    menu.style.insetInlineStart = `${Math.max(8, Math.min(left, innerWidth - menu.offsetWidth - 8))}px`;
  }

  /** @param {Event} event */
  function toggled(event) {
    const open = "newState" in event && event.newState === "open";
    button.setAttribute("aria-expanded", String(open));
    if (!open) return;
    place();
    items[0]?.focus();
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.key === "Tab") return menu.hidePopover();
    const next = nextStop({ count: items.length, at: items.findIndex((item) => item === document.activeElement) }, event.key);
    if (next === null) return;
    items[next]?.focus();
    event.preventDefault();
  }

  /** @param {KeyboardEvent} event */
  function openByArrow(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    menu.showPopover();
    if (event.key === "ArrowUp") items.at(-1)?.focus();
  }

  window.addEventListener("resize", () => menu.matches(":popover-open") && place());
  menu.addEventListener("toggle", toggled);
  menu.addEventListener("keydown", press);
  button.addEventListener("keydown", openByArrow);
  for (const verb of /** @type {HelpVerb[]} */ (["guide", "shortcuts", "diagnostics", "about"])) {
    byId(`help-${verb}`, HTMLButtonElement).addEventListener("click", () => {
      // It gives the focus back to its button, and a dialog gives it back there, too.
      menu.hidePopover();
      verbs[verb]();
    });
  }
  return {
    update(/** @type {boolean} */ current) {
      if (current) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
      for (const name of ["guide", "shortcuts"]) setText(within(menu, `#help-${name} kbd`, HTMLElement), keyWords(name));
    },
  };
}
