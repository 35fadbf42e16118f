import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { twistWords } from "../../ui/writing/due-field.js";
import { daysFrom, fieldsOf, proposal, resolve, timeZone } from "../../ui/writing/due-time.js";
import { speak } from "./sources.js";

const zone = process.env.TZ;
before(() => (process.env.TZ = "Europe/Berlin"));
after(() => (zone === undefined ? delete process.env.TZ : (process.env.TZ = zone)));
beforeEach(() => speak("de"));

const chosen = (day, hour, minute = 0) => ({ day, hour, minute });
const utc = (text) => Date.parse(`${text}Z`);

test("a time is the person's own, in winter and in summer", () => {
  assert.equal(timeZone(), "Europe/Berlin");
  assert.deepEqual(resolve(chosen("2026-11-24", 9, 30)), { at: utc("2026-11-24T08:30"), twist: null });
  assert.deepEqual(resolve(chosen("2027-07-01", 9, 30)), { at: utc("2027-07-01T07:30"), twist: null });
});

test("the same time of day stays the same across both changes of the clocks", () => {
  for (const day of ["2027-03-27", "2027-03-28", "2027-03-29", "2027-10-30", "2027-10-31", "2027-11-01"]) {
    const { at, twist } = resolve(chosen(day, 12));
    assert.deepEqual(fieldsOf(at), chosen(day, 12));
    assert.equal(twist, null);
  }
});

test("a time that the clocks skip goes an hour later, and that is said", () => {
  assert.deepEqual(resolve(chosen("2027-03-28", 2, 30)), { at: utc("2027-03-28T01:30"), twist: "missing" });
  assert.match(twistWords(chosen("2027-03-28", 2, 30)), /gibt es an dem Tag nicht.*03:30/);
  assert.equal(resolve(chosen("2027-03-28", 1, 55)).twist, null);
  assert.equal(resolve(chosen("2027-03-28", 3)).twist, null);
});

test("a time that comes twice goes the first time, and that is said", () => {
  assert.deepEqual(resolve(chosen("2027-10-31", 2, 30)), { at: utc("2027-10-31T00:30"), twist: "twice" });
  assert.deepEqual(resolve(chosen("2027-10-31", 2, 0)), { at: utc("2027-10-31T00:00"), twist: "twice" });
  assert.match(twistWords(chosen("2027-10-31", 2, 30)), /zweimal.*beim ersten Mal/);
  assert.equal(resolve(chosen("2027-10-31", 1, 55)).twist, null);
  assert.equal(resolve(chosen("2027-10-31", 3)).twist, null);
  assert.equal(twistWords(chosen("2027-10-31", 3)), null);
});

test("half an hour back is a change, too", () => {
  process.env.TZ = "Australia/Lord_Howe";
  assert.equal(resolve(chosen("2027-04-04", 1, 45)).twist, "twice");
  assert.equal(resolve(chosen("2027-04-04", 2, 15)).twist, null);
  process.env.TZ = "Europe/Berlin";
});

test("every time that is not skipped comes back as it was chosen", () => {
  for (const day of ["2026-11-24", "2027-03-28", "2027-10-31"]) {
    for (let minutes = 0; minutes < 24 * 60; minutes += 5) {
      const one = chosen(day, Math.floor(minutes / 60), minutes % 60);
      const { at, twist } = resolve(one);
      if (twist !== "missing") assert.deepEqual(fieldsOf(at), one);
    }
  }
});

test("the next full hour is proposed, with a little time before it", () => {
  assert.equal(proposal(utc("2026-11-23T13:05:10")), utc("2026-11-23T14:00"));
  assert.equal(proposal(utc("2026-11-23T13:45:00")), utc("2026-11-23T14:00"));
  assert.equal(proposal(utc("2026-11-23T13:45:01")), utc("2026-11-23T15:00"));
  assert.deepEqual(fieldsOf(proposal(utc("2026-11-23T22:50:00"))), chosen("2026-11-24", 1));
});

test("the coming sixty days can be chosen, each once, also where a day has 23 or 25 hours", () => {
  for (const now of [utc("2027-03-01T23:30"), utc("2027-10-15T22:30"), utc("2026-12-24T12:00")]) {
    const days = daysFrom(now);
    assert.equal(days[0].day, fieldsOf(now).day);
    assert.equal(new Set(days.map(({ day }) => day)).size, 60);
    for (const { day, noon } of days) assert.deepEqual(fieldsOf(noon), chosen(day, 12));
  }
});
