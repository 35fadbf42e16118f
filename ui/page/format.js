// Dates, money and country names in the window's language. Pure: time and language come in.

/** A decimal as the program sends it: `-12.3400`. */
const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** What `Intl` takes as a currency. */
const CURRENCY = /^[A-Z]{3}$/;

/** Characters with no shape of their own, which are named by their code instead. */
const SHAPELESS = /^[\p{Z}\p{C}\p{M}]$/u;

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Money exactly as it was billed, never through a binary float. Without a currency it is a plain number.
 * @param {string} decimal
 * @param {string | null} currency
 * @param {string} language
 * @returns {string}
 */
export function formatMoney(decimal, currency, language) {
  if (currency && !CURRENCY.test(currency)) return `${formatMoney(decimal, null, language)} ${currency}`;
  const number = splitDecimal(decimal);
  if (!number) return currency ? `${decimal} ${currency}` : decimal;
  const fraction = number.fraction.replace(/0+$/, "").padEnd(2, "0");
  return number.sign + amount(number.whole, fraction, currency, language);
}

/**
 * A balance to two decimals, rounded down: never more than there is.
 * @param {string} decimal
 * @param {string} language
 */
export function formatBalance(decimal, language) {
  const number = splitDecimal(decimal);
  if (!number) return decimal;
  const cents = flooredCents(number);
  const digits = String(cents < 0n ? -cents : cents).padStart(3, "0");
  const whole = BigInt(digits.slice(0, -2));
  return (cents < 0n ? "-" : "") + amount(whole, digits.slice(-2), null, language);
}

/** @param {string} decimal */
function splitDecimal(decimal) {
  const found = DECIMAL.exec(decimal);
  if (!found) return null;
  const [, sign = "", whole = "0", fraction = ""] = found;
  return { sign, whole: BigInt(whole), fraction };
}

/** @param {{ sign: string, whole: bigint, fraction: string }} number */
function flooredCents({ sign, whole, fraction }) {
  const cents = whole * 100n + BigInt(fraction.slice(0, 2).padEnd(2, "0"));
  if (!sign) return cents;
  return /[1-9]/.test(fraction.slice(2)) ? -cents - 1n : -cents;
}

/**
 * The language's own notation of the whole number, with these digits behind the point.
 * @param {bigint} whole
 * @param {string} fraction
 * @param {string | null} currency
 * @param {string} language
 */
function amount(whole, fraction, currency, language) {
  if (!currency) return plainAmount(whole, fraction, language);
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  return new Intl.NumberFormat(language, { style: "currency", currency, ...digits })
    .formatToParts(whole)
    .map((part) => (part.type === "fraction" ? fraction : part.value))
    .join("");
}

/**
 * What `Intl` writes without a currency, but for its first number it takes as long as the window for all its views.
 * @param {bigint} whole
 * @param {string} fraction
 * @param {string} language
 */
function plainAmount(whole, fraction, language) {
  return formatWhole(whole, language) + (language === "de" ? "," : ".") + fraction;
}

/**
 * A whole number, as `Intl` writes it.
 * @param {bigint | number} whole
 * @param {string} language
 */
export function formatWhole(whole, language) {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, language === "de" ? "." : ",");
}

/**
 * @param {number} at milliseconds since 1970
 * @param {string} language
 */
export function formatTime(at, language) {
  return new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(at);
}

/**
 * @param {number} at
 * @param {string} language
 */
export function formatDateTime(at, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/**
 * @param {number} at
 * @param {string} language
 */
export function formatDate(at, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(at);
}

/**
 * @param {number} at
 * @param {string} language
 */
export function formatDay(at, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: "full" }).format(at);
}

/**
 * A day to come, without its year.
 * @param {number} at
 * @param {string} language
 */
export function formatDayAhead(at, language) {
  return new Intl.DateTimeFormat(language, { weekday: "long", day: "numeric", month: "long" }).format(at);
}

/**
 * A day not long ago; its year only where it is another one.
 * @param {number} at
 * @param {number} now
 * @param {string} language
 */
export function formatRecentDay(at, now, language) {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const day = /** @type {const} */ ({ day: "numeric", month: "long" });
  return new Intl.DateTimeFormat(language, sameYear ? day : { ...day, year: "numeric" }).format(at);
}

/**
 * An hour of the day as one says it.
 * @param {number} hour 0 to 23
 * @param {string} language
 */
export function formatHour(hour, language) {
  return new Intl.DateTimeFormat(language, { hour: "numeric", timeZone: "UTC" }).format(Date.UTC(2000, 0, 1, hour));
}

/**
 * An instant to come, short enough for a button.
 * @param {number} at
 * @param {string} language
 */
export function formatMoment(at, language) {
  const day = /** @type {const} */ ({ weekday: "short", day: "numeric", month: "short" });
  return new Intl.DateTimeFormat(language, { ...day, hour: "numeric", minute: "2-digit" }).format(at);
}

/**
 * @param {number} at
 * @param {string} language
 */
export function formatMonth(at, language) {
  return new Intl.DateTimeFormat(language, { month: "long", year: "numeric" }).format(at);
}

/**
 * A moment to the second: for the steps of one message.
 * @param {number} at
 * @param {string} language
 */
export function formatExactly(at, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "medium" }).format(at);
}

/**
 * The same with the time zone: for what is read elsewhere.
 * @param {number} at
 * @param {string} language
 */
export function formatForRecord(at, language) {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "long" }).format(at);
}

/**
 * A day in the person's own time zone, as `2026-11-23`.
 * @param {number} at
 */
export function dayKey(at) {
  const date = new Date(at);
  const two = (/** @type {number} */ value) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * @param {number} at
 * @param {number} now
 * @returns {"today" | "yesterday" | "earlier"}
 */
export function dayKind(at, now) {
  if (dayKey(at) === dayKey(now)) return "today";
  return dayKey(at) === dayKey(noonOf(now) - DAY_MS) ? "yesterday" : "earlier";
}

/**
 * Noon, so that a day of 23 or 25 hours still has one yesterday.
 * @param {number} at
 */
function noonOf(at) {
  return new Date(at).setHours(12, 0, 0, 0);
}

/**
 * @param {string} code ISO 3166
 * @param {string} language
 */
export function countryName(code, language) {
  try {
    return new Intl.DisplayNames(language, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/**
 * @param {string[]} codes
 * @param {string} language
 * @returns {{ code: string, name: string }[]} sorted by name
 */
export function sortedCountries(codes, language) {
  const { compare } = new Intl.Collator(language);
  return codes
    .map((code) => ({ code, name: countryName(code, language) }))
    .sort((one, other) => compare(one.name, other.name));
}

/**
 * The characters that make a text dear, each once, as a reader can recognise them.
 * @param {{ character: string }[]} forcing
 * @param {string} language
 */
export function nameCharacters(forcing, language) {
  const characters = [...new Set(forcing.map(({ character }) => character))];
  const visible = characters.filter((character) => !SHAPELESS.test(character));
  const named = (visible.length > 0 ? visible : characters).slice(0, 5).map(nameCharacter);
  return new Intl.ListFormat(language, { type: "conjunction" }).format(named);
}

/** @param {string} character */
function nameCharacter(character) {
  if (!SHAPELESS.test(character)) return character;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `U+${code}`;
}
