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
 * Where in the text something that is known now takes a placeholder's place. What is put in is text, braces and all.
 * @param {string} text
 * @param {Record<string, string>} values by the placeholders with their braces
 * @returns {{ start: number, end: number, value: string }[]}
 */
export function fillings(text, values) {
  return [...text.matchAll(/\{[^{}]*\}/g)].flatMap(({ 0: placeholder, index: start }) => {
    const value = values[placeholder];
    return value === undefined ? [] : [{ start, end: start + placeholder.length, value }];
  });
}
