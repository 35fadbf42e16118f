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
