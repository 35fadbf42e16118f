// Words that change on the page. In a live region new words are a new block: WebKitGTK tells screen readers of new things,
// not of other words in a thing that is there.

/**
 * Equal words are left alone, so that live regions speak only when something changed.
 * @param {Element} element
 * @param {string} words
 */
export function putWords(element, words) {
  if (element.textContent === words) return;
  if (words !== "" && isLive(element)) element.replaceChildren(block(element, words));
  else element.textContent = words;
}

/** @param {Element} element */
const isLive = (element) => element.matches("p, div") && element.closest("[role=status], [role=alert]") !== null;

/**
 * The id under which the words of a live region describe a field: WebKit finds no description in the region itself.
 * @param {string} id the region's
 */
export const wordsId = (id) => `${id}-words`;

/**
 * @param {Element} region
 * @param {string} words
 */
function block(region, words) {
  const element = document.createElement("div");
  element.textContent = words;
  if (region.id !== "") element.id = wordsId(region.id);
  return element;
}
