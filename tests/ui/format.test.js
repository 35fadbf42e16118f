import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  countryName, dayKind, formatBalance, formatMoney, formatWhole, nameCharacters, sortedCountries,
} from "../../ui/page/format.js";

/** Non-breaking spaces are as good as spaces here. */
const plain = (text) => text.replace(/[\u00a0\u202f]/g, " ");

test("money keeps every digit that was billed", () => {
  assert.equal(plain(formatMoney("0.0075", "EUR", "de")), "0,0075 €");
  assert.equal(formatMoney("0.0075", "EUR", "en"), "€0.0075");
  assert.equal(formatMoney("0.1234567890123456789", null, "en"), "0.1234567890123456789");
});

test("money has at least two decimals and no idle zeros", () => {
  assert.equal(plain(formatMoney("0.5", "EUR", "de")), "0,50 €");
  assert.equal(plain(formatMoney("0.07500", "EUR", "de")), "0,075 €");
  assert.equal(plain(formatMoney("3", "USD", "en")), "$3.00");
});

test("money larger than a float can count stays exact", () => {
  assert.equal(formatMoney("9007199254740993.10", null, "en"), "9,007,199,254,740,993.10");
});

test("money without a currency is a plain number, and an unknown currency is named", () => {
  assert.equal(formatMoney("0.05", null, "de"), "0,05");
  assert.equal(formatMoney("0.05", "credits", "de"), "0,05 credits");
});

test("money keeps its sign, and what is no number is shown as it came", () => {
  assert.equal(formatMoney("-0.05", null, "en"), "-0.05");
  assert.equal(formatMoney("1e3", null, "en"), "1e3");
});

test("a balance is cut to two decimals and never rounded up", async () => {
  // The program writes the same into the first picture.
  const cases = JSON.parse(await readFile(new URL("../data/balances.json", import.meta.url), "utf8"));
  assert.ok(cases.length > 10);
  for (const [exact, german, english] of cases) {
    assert.equal(formatBalance(exact, "de"), german);
    assert.equal(formatBalance(exact, "en"), english);
  }
});

test("a day is today, yesterday or earlier in the person's own time", () => {
  const now = new Date(2026, 10, 23, 0, 30).getTime();
  assert.equal(dayKind(now - 20 * 60_000, now), "today");
  assert.equal(dayKind(now - 40 * 60_000, now), "yesterday");
  assert.equal(dayKind(now - 25 * 3_600_000, now), "earlier");
});

test("countries have the window's language and are sorted in it", () => {
  assert.equal(countryName("DE", "de"), "Deutschland");
  assert.equal(countryName("DE", "en"), "Germany");
  const names = sortedCountries(["ZA", "AT", "EG", "DE"], "de").map(({ name }) => name);
  assert.deepEqual(names, ["Ägypten", "Deutschland", "Österreich", "Südafrika"]);
});

test("dear characters are named once each, invisible ones only where there is nothing else to see", () => {
  const forcing = (text) => [...text].map((character) => ({ character }));
  assert.equal(nameCharacters(forcing("😀ê😀"), "de"), "😀 und ê");
  assert.equal(nameCharacters(forcing("👩\u200d💻"), "en"), "👩 and 💻");
  assert.equal(nameCharacters(forcing("\u200b"), "en"), "U+200B");
});

test("a balance is written as the language writes numbers", () => {
  for (const language of ["de", "en"]) {
    const format = new Intl.NumberFormat(language, { minimumFractionDigits: 2 });
    for (const whole of ["0", "7", "999", "1000", "12345", "999999", "1000000", "98765432109876"]) {
      assert.equal(formatBalance(`${whole}.25`, language), format.format(`${whole}.25`));
      assert.equal(formatMoney(`-${whole}.5`, null, language), format.format(`-${whole}.50`));
    }
  }
});

test("a whole number is written as Intl does", () => {
  for (const language of ["de", "en"]) {
    for (const whole of [0, 7, 160, 999, 1000, 12345, 1234567, -1234, -12]) {
      assert.equal(formatWhole(whole, language), new Intl.NumberFormat(language).format(whole), language);
    }
  }
});
