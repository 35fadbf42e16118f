// The few characters that make a text dear: named, and exchanged for plain ones if the person wants that.

import { arrange, byId, setLine, setText } from "../page/dom.js";
import { nameCharacters } from "../page/format.js";
import { language, translate } from "../page/l10n.js";
import { putText } from "../page/text-undo.js";
import { characterName, characterNames } from "./character-names.js";
import { exchange, keepUp, placeAfter, spotsOf } from "./replacement.js";

/**
 * @import { Costly, CostlyCharacter, TextMeasure } from "../types.d.ts"
 * @import { Spot } from "./replacement.js"
 */

/** @param {HTMLTextAreaElement} input */
export function mountCostlyLine(input) {
  const line = byId("text-costly", HTMLElement);
  const open = byId("text-replace", HTMLButtonElement);
  const panel = byId("text-replace-panel", HTMLElement);
  /** @type {{ measure: TextMeasure, typed: string } | null} */
  let measured = null;
  let isOpen = false;
  /** @type {Spot[]} what was replaced and is still there */
  let spots = [];
  let last = input.value;

  /**
   * @param {TextMeasure} measure
   * @param {string} typed
   */
  function show(measure, typed) {
    measured = { measure, typed };
    if (!measure.costly?.replaced) isOpen = false;
    update();
  }

  function update() {
    const measure = measured?.measure;
    const costly = measure?.costly ?? null;
    line.hidden = costly === null;
    setText(byId("text-costly-words", HTMLElement), costly && measure ? costlyWords(costly, measure.segments) : "");
    setLine(byId("text-forcing", HTMLElement), measure && !costly ? forcingWords(measure) : null);
    open.hidden = !costly?.replaced;
    open.setAttribute("aria-expanded", String(isOpen));
    panel.hidden = !isOpen;
    if (costly?.replaced) updatePanel(costly.characters, costly.replaced.segments);
    updateUndo();
  }

  /**
   * @param {CostlyCharacter[]} characters
   * @param {number} parts
   */
  function updatePanel(characters, parts) {
    const list = byId("text-replace-list", HTMLElement);
    arrange(list, pairWords(characters).map((words, place) => {
      const element = list.children[place] ?? document.createElement("li");
      setText(element, words);
      return element;
    }));
    setText(byId("text-replace-yes", HTMLElement), translate("text-replace-yes", { parts }));
  }

  function updateUndo() {
    const count = spots.length;
    byId("text-replaced", HTMLElement).hidden = count === 0;
    setText(byId("text-replaced-words", HTMLElement), count > 0 ? translate("text-replaced", { count }) : "");
  }

  /** @param {boolean} opened */
  function setOpen(opened) {
    isOpen = opened;
    update();
    if (opened) byId("text-replace-yes", HTMLButtonElement).focus();
  }

  /** Not in a text that was changed since it was measured. */
  function replaceAll() {
    const characters = measured?.measure.costly?.characters;
    if (!characters || measured?.typed !== input.value) return;
    isOpen = false;
    spots = exchangeAt(spotsOf(characters));
    update();
  }

  function undo() {
    exchangeAt(spots);
    spots = [];
    update();
  }

  /**
   * In one step, with the cursor where it was, and not while it is being sent.
   * @param {Spot[]} at
   * @returns {Spot[]} what takes it back
   */
  function exchangeAt(at) {
    const [first, final] = [at[0], at.at(-1)];
    if (!first || !final || input.readOnly) return [];
    const made = exchange(input.value, at);
    const caret = [input.selectionStart, input.selectionEnd].map((place) => placeAfter(place, at));
    const [end, scrolled] = [final.start + final.now.length, input.scrollTop];
    putText(input, made.text.slice(first.start, placeAfter(end, at)), first.start, end);
    input.setSelectionRange(caret[0] ?? 0, caret[1] ?? 0);
    input.scrollTop = scrolled;
    return made.spots;
  }

  /** What was replaced can be taken back as long as it is there, whatever is written around it. */
  function typed() {
    spots = keepUp(spots, last, input.value);
    last = input.value;
    updateUndo();
  }

  /** Another text. */
  function reset() {
    [spots, last, isOpen, measured] = [[], input.value, false, null];
    update();
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    close();
  }

  function close() {
    setOpen(false);
    open.focus();
  }

  open.addEventListener("click", () => setOpen(!isOpen));
  line.addEventListener("keydown", press);
  byId("text-replace-yes", HTMLButtonElement).addEventListener("click", replaceAll);
  byId("text-replace-no", HTMLButtonElement).addEventListener("click", close);
  byId("text-replaced-undo", HTMLButtonElement).addEventListener("click", undo);
  input.addEventListener("input", typed);
  return { show, update, reset };
}

/**
 * @param {Costly} costly
 * @param {number} parts
 */
export function costlyWords({ characters, segments_without: without }, parts) {
  return translate("text-costly", { count: characters.length, parts, without, characters: characterNames(characters) });
}

/** @param {Pick<TextMeasure, "forcing">} measure */
export function forcingWords({ forcing }) {
  if (forcing.length === 0) return null;
  return translate("text-forcing", { characters: nameCharacters(forcing, language()) });
}

/**
 * What would become of which character, each once.
 * @param {Pick<CostlyCharacter, "character" | "replacement">[]} characters
 */
export function pairWords(characters) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { character, replacement } of characters) {
    const pair = translate("text-replace-pair", { from: characterName(character), to: characterName(replacement ?? character) });
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts].map(([pair, count]) => (count === 1 ? pair : translate("text-replace-pairs", { pair, count })));
}
