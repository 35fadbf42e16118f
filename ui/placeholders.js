// The places of a text that a template left to be filled. Pure; braces that were typed by hand are text.

/**
 * Those that still stand in the text, in its order.
 * @param {string} text
 * @param {string[]} placeholders with their braces
 */
export function stillUnfilled(text, placeholders) {
  const standing = [...new Set(placeholders)].filter((placeholder) => text.includes(placeholder));
  return standing.sort((one, other) => text.indexOf(one) - text.indexOf(other));
}

/**
 * Puts a text into another, where the marked part was.
 * @param {string} text
 * @param {{ start: number, end: number }} marked
 * @param {string} inserted
 */
export const insertText = (text, { start, end }, inserted) => text.slice(0, start) + inserted + text.slice(end);
