import assert from "node:assert/strict";
import { test } from "node:test";
import { exchange, keepUp, placeAfter, spotsOf } from "../../ui/writing/replacement.js";

const PLAIN = { "„": '"', "“": '"', "…": "...", "\u00a0": " ", "\u200b": "", "ﬃ": "ffi" };

const spotsIn = (text) =>
  spotsOf([...text].flatMap((character, start) =>
    character in PLAIN ? [{ start, character, replacement: PLAIN[character] }] : []));

const typed = "„Guten\u00a0Tag“ …\u200b bis morgen";

test("characters are exchanged for plain ones, and back again", () => {
  const made = exchange(typed, spotsIn(typed));
  assert.equal(made.text, '"Guten Tag" ... bis morgen');
  const back = exchange(made.text, made.spots);
  assert.equal(back.text, typed);
  assert.deepEqual(back.spots, spotsIn(typed));
});

test("a letter of a name has no replacement and stays", () => {
  assert.deepEqual(spotsOf([{ start: 0, character: "Ş", replacement: null }]), []);
});

test("the cursor stays at its word", () => {
  const spots = spotsIn(typed);
  const { text } = exchange(typed, spots);
  for (const word of ["Guten", "Tag", " bis", "morgen"]) {
    assert.equal(placeAfter(typed.indexOf(word), spots), text.indexOf(word), word);
  }
  assert.equal(placeAfter(0, spots), 0);
  assert.equal(placeAfter(typed.length, spots), text.length);
});

test("what was written since stays when it is taken back", () => {
  const made = exchange(typed, spotsIn(typed));
  const changes = ["Hallo, " + made.text, made.text + "!", made.text.replace("Tag", "Abend")];
  for (const now of changes) {
    const { text } = exchange(now, keepUp(made.spots, made.text, now));
    assert.equal(text, now.replace('"Guten ', "„Guten\u00a0").replace('" ...', "“ …\u200b"));
  }
});

test("what was written over is left alone", () => {
  const made = exchange("a … b … c", spotsIn("a … b … c"));
  const now = made.text.replace("...", "?");
  const { text } = exchange(now, keepUp(made.spots, made.text, now));
  assert.equal(text, "a ? b … c");
});

test("whatever is typed between, taking it back loses no letter that was typed", () => {
  const random = numbers(7);
  const alphabet = ["a", "b", " ", "„", "…", "\u200b", '"', "."];
  const some = (most) => Array.from({ length: random(most) }, () => alphabet[random(alphabet.length)]).join("");
  for (let round = 0; round < 2000; round += 1) {
    const first = some(12);
    const made = exchange(first, spotsIn(first));
    let { text: now, spots } = made;
    for (let change = random(4); change > 0; change -= 1) {
      const start = random(now.length + 1);
      const end = Math.min(now.length, start + random(3));
      const next = now.slice(0, start) + some(3) + now.slice(end);
      spots = keepUp(spots, now, next);
      now = next;
    }
    for (const spot of spots) assert.equal(now.slice(spot.start, spot.start + spot.now.length), spot.now);
    const back = exchange(now, spots);
    assert.equal(exchange(back.text, back.spots).text, now);
    assert.equal(plain(back.text), plain(now), JSON.stringify([first, now, back.text]));
  }
});

const plain = (text) => exchange(text, spotsIn(text)).text;

/** The same numbers in every run, each from 0 below its bound. */
function numbers(seed) {
  let state = seed;
  return (bound) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * bound);
  };
}
