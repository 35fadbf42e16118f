import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { EVERYTHING, countFilters, filterFrom, fit, isFiltered, wholeFilterFrom } from "../../ui/history/history-filter.js";
import { monthsAgo, monthsBack, monthSpan, spanOf } from "../../ui/history/periods.js";

const zone = process.env.TZ;
before(() => (process.env.TZ = "Europe/Berlin"));
after(() => (zone === undefined ? delete process.env.TZ : (process.env.TZ = zone)));

const local = (...parts) => new Date(...parts).getTime();
const NOW = () => local(2026, 10, 23, 14, 32);
const message = (changes) => ({ id: 1, state: "sent", e164: "+491711234567", at: NOW(), ...changes });

test("a period begins with a day of the person's own calendar", () => {
  assert.deepEqual(spanOf("all", "", NOW()), { from: null, until: null });
  assert.deepEqual(spanOf("today", "", NOW()), { from: local(2026, 10, 23), until: null });
  assert.deepEqual(spanOf("week", "", NOW()), { from: local(2026, 10, 17), until: null });
  assert.deepEqual(spanOf("month", "", NOW()), { from: local(2026, 9, 25), until: null });
  assert.deepEqual(spanOf("year", "", NOW()), { from: local(2026, 0, 1), until: null });
});

test("seven days are seven days, also across a change of the clocks", () => {
  assert.deepEqual(spanOf("week", "", local(2026, 9, 26, 0, 5)).from, local(2026, 9, 20));
  assert.deepEqual(spanOf("week", "", local(2026, 2, 31, 23, 55)).from, local(2026, 2, 25));
});

test("a month ends where the next one begins, also at the end of a year", () => {
  assert.deepEqual(monthSpan("2026-10"), { from: local(2026, 9, 1), until: local(2026, 10, 1) });
  assert.deepEqual(spanOf("one-month", "2026-12", NOW()), { from: local(2026, 11, 1), until: local(2027, 0, 1) });
  assert.deepEqual(monthSpan(""), { from: null, until: null });
});

test("the months go back to the oldest message, and there is always the present one", () => {
  const months = monthsBack(local(2025, 10, 30, 23, 59), NOW()).map(({ month }) => month);
  assert.deepEqual([months.length, months[0], months.at(-1)], [13, "2026-11", "2025-11"]);
  assert.deepEqual(monthsBack(null, NOW()).map(({ month }) => month), ["2026-11"]);
  assert.deepEqual(monthsBack(NOW() + 10 ** 10, NOW()).map(({ month }) => month), ["2026-11"]);
});

test("months ago is the same day, or the last of a shorter month", () => {
  assert.equal(monthsAgo(3, local(2026, 10, 23, 14)), local(2026, 7, 23, 14));
  assert.equal(monthsAgo(1, local(2026, 2, 31, 14)), local(2026, 1, 28, 14));
  assert.equal(monthsAgo(24, local(2026, 10, 23, 14)), local(2024, 10, 23, 14));
});

test("the choices become what the program is asked", () => {
  const choices = { ...EVERYTHING, search: "  termin ", state: "sent", sender: 2, period: "today" };
  assert.deepEqual(filterFrom(choices, NOW()), {
    search: "termin", state: "sent", sender_id: 2, number: null, contact_id: null, from: local(2026, 10, 23), until: null,
  });
  assert.equal(isFiltered(choices) && countFilters(choices), 3);
  assert.ok(!isFiltered({ ...EVERYTHING, search: " " }));
});

test("a jump begins the list with a month and changes neither sum nor export; a period needs no jump", () => {
  const jumped = { ...EVERYTHING, jump: "2026-03" };
  assert.equal(filterFrom(jumped, NOW()).until, local(2026, 3, 1));
  assert.equal(filterFrom(jumped, NOW()).from, null);
  assert.equal(wholeFilterFrom(jumped, NOW()).until, null);
  assert.ok(!isFiltered(jumped));
  assert.equal(filterFrom({ ...jumped, period: "today" }, NOW()).until, null);
});

test("whether a changed message fits is known, or the program must be asked", () => {
  const filter = (changes) => filterFrom({ ...EVERYTHING, ...changes }, NOW());
  assert.equal(fit(message(), filter({})), "yes");
  assert.equal(fit(message(), filter({ state: "unclear" })), "no");
  assert.equal(fit(message({ at: local(2026, 10, 22) }), filter({ period: "today" })), "no");
  assert.equal(fit(message(), filter({ jump: "2026-03" })), "no");
  assert.equal(fit(message(), filter({ search: "termin" })), "ask");
  assert.equal(fit(message(), filter({ sender: 2 })), "ask");
  assert.equal(fit(message(), filter({ sender: 2, state: "unclear" })), "no");
  assert.equal(fit(message(), { ...filter({}), number: "+43" }), "no");
});
