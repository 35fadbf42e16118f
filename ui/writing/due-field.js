// Sends later: a day and a time of day in the person's time zone, shown once they are wanted.

import { byId, setFieldError, setLine, setOptions, setText } from "../page/dom.js";
import { dayKind, formatDateTime, formatDayAhead, formatHour, formatTime } from "../page/format.js";
import { describe, language, translate } from "../page/l10n.js";
import { daysFrom, fieldsOf, proposal, resolve, timeZone, two } from "./due-time.js";

/** @import { Chosen } from "./due-time.js" */

const MINUTES = Array.from({ length: 12 }, (_, five) => five * 5);

/** @param {{ changed: () => void }} needs */
export function mountDueField({ changed }) {
  const toggle = byId("later-toggle", HTMLButtonElement);
  const panel = byId("later", HTMLElement);
  const day = byId("later-day", HTMLSelectElement);
  const hour = byId("later-hour", HTMLSelectElement);
  const minute = byId("later-minute", HTMLSelectElement);
  const errorPlace = byId("later-error", HTMLElement);
  /** @type {Chosen | null} null: at once */
  let chosen = null;
  /** @type {number | null} a time in a draft that is over by now */
  let passed = null;

  /** @param {number | null} at */
  function setValue(at) {
    passed = at !== null && at <= Date.now() ? at : null;
    chosen = at === null || passed ? null : fieldsOf(at);
    showError(null);
    update();
  }

  function update() {
    toggle.setAttribute("aria-expanded", String(chosen !== null));
    describe(byId("later-toggle-words", HTMLElement), chosen ? "later-not" : "later");
    panel.hidden = chosen === null;
    const over = passed === null ? null : translate("later-passed", { when: formatDateTime(passed, language()) });
    setLine(byId("later-passed", HTMLElement), over);
    if (chosen) showChosen(chosen);
  }

  /** @param {Chosen} now */
  function showChosen(now) {
    setOptions(day, dayOptions(now.day), now.day);
    setOptions(hour, Array.from({ length: 24 }, (_, value) => hourOption(value)), String(now.hour));
    setOptions(minute, minuteOptions(now.minute), String(now.minute));
    describe(byId("later-hint", HTMLElement), "later-hint", { zone: timeZone() });
    setText(byId("later-twist", HTMLElement), twistWords(now) ?? "");
  }

  function change() {
    chosen = { day: day.value, hour: Number(hour.value), minute: Number(minute.value) };
    showError(null);
    update();
    changed();
  }

  function switchOver() {
    passed = null;
    chosen = chosen ? null : fieldsOf(proposal(Date.now()));
    showError(null);
    update();
    changed();
    if (chosen) day.focus();
  }

  /** @param {string | null} message */
  function showError(message) {
    for (const field of [day, hour, minute]) setFieldError(field, errorPlace, message);
  }

  toggle.addEventListener("click", switchOver);
  for (const field of [day, hour, minute]) field.addEventListener("change", change);
  return { setValue, showError, update, value: () => (chosen ? resolve(chosen).at : null), focus: () => day.focus() };
}

/** @param {string} chosen a day that may be over by now */
function dayOptions(chosen) {
  const days = daysFrom(Date.now()).map(({ day, noon }) => ({ value: day, words: dayWords(noon) }));
  if (days.some(({ value }) => value === chosen)) return days;
  const { at } = resolve({ day: chosen, hour: 12, minute: 0 });
  return [{ value: chosen, words: dayWords(at) }, ...days];
}

/** @param {number} noon */
function dayWords(noon) {
  const date = formatDayAhead(noon, language());
  return dayKind(noon, Date.now()) === "today" ? translate("later-today", { date }) : date;
}

/** @param {number} chosen */
function minuteOptions(chosen) {
  const minutes = MINUTES.includes(chosen) ? MINUTES : [...MINUTES, chosen].sort((one, other) => one - other);
  return minutes.map(numberOption);
}

/** @param {number} value */
const hourOption = (value) => ({ value: String(value), words: formatHour(value, language()) });

/** @param {number} value */
const numberOption = (value) => ({ value: String(value), words: two(value) });

/**
 * What is unusual about the time, where the clocks change.
 * @param {Chosen} chosen
 */
export function twistWords(chosen) {
  const { at, twist } = resolve(chosen);
  return twist && translate(`later-${twist}`, { time: formatTime(at, language()) });
}
