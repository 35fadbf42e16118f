// A recipient as one text: what people paste, and what a draft keeps of a choice. Pure.

/** @typedef {{ name: string, number: string }} Found the number as written; the name may be empty */

/**
 * @param {string} name
 * @param {string} number
 */
export const recipientText = (name, number) => `${name.replace(/[<>]/g, "")} <${number}>`;

/**
 * The number in a text, and the name beside it: `Anna Beck <0171 1234567>`, a link, a card. Else the text is the number.
 * @param {string} text
 * @returns {Found}
 */
export function readRecipient(text) {
  const trimmed = text.trim();
  return fromCard(trimmed) ?? fromBrackets(trimmed) ?? fromLink(trimmed) ?? { name: "", number: trimmed };
}

/** @param {string} text */
function fromBrackets(text) {
  const found = /^([^<>]*)<([^<>]+)>$/.exec(text);
  if (!found) return null;
  const [, before = "", inside = ""] = found;
  const number = fromLink(inside.trim())?.number ?? inside.trim();
  return { name: before.trim().replace(/^"(.*)"$/, "$1"), number };
}

/** @param {string} text */
function fromLink(text) {
  const found = /^(?:tel|sms|smsto):(?:\/\/)?([^;?]*)/i.exec(text);
  return found ? { name: "", number: decoded(found[1] ?? "").trim() } : null;
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * The first card of a vCard: its name, and the number that is preferred, or a mobile, or the first.
 * @param {string} text
 */
function fromCard(text) {
  if (!/^BEGIN:VCARD/i.test(text)) return null;
  const [card = ""] = text.replace(/\r?\n[ \t]/g, "").split(/^END:VCARD/im);
  const lines = card.split(/\r?\n/).map(readLine);
  const numbers = lines.filter(({ field }) => field === "TEL");
  const best = numbers.find(({ about }) => /PREF/i.test(about)) ?? numbers.find(({ about }) => /CELL/i.test(about)) ?? numbers[0];
  if (!best) return null;
  return { name: cardName(lines), number: fromLink(best.value)?.number ?? best.value };
}

/** @param {string} line `item1.TEL;TYPE=CELL:+49 …` */
function readLine(line) {
  const [, field = "", about = "", value = ""] = /^(?:[\w-]+\.)?([\w-]+)((?:;[^:]*)*):(.*)$/.exec(line) ?? [];
  return { field: field.toUpperCase(), about, value: value.trim() };
}

/** @param {{ field: string, value: string }[]} lines */
function cardName(lines) {
  const of = (/** @type {string} */ wanted) => lines.find(({ field }) => field === wanted)?.value ?? "";
  const [family = "", given = ""] = of("N").split(";");
  const name = of("FN") || [given, family].filter(Boolean).join(" ") || (of("ORG").split(";")[0] ?? "");
  return name.replace(/\\([,;\\])/g, "$1").trim();
}
