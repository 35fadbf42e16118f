// Rows come and go above and below what is being read, which stays where it is.

/**
 * @param {HTMLElement} viewport what scrolls
 * @param {HTMLElement[]} rows
 * @param {() => void} change
 */
export function keepingPlace(viewport, rows, change) {
  const { top } = viewport.getBoundingClientRect();
  const read = rows.find((row) => row.getBoundingClientRect().bottom > top);
  const before = read?.getBoundingClientRect().top ?? 0;
  change();
  if (read?.isConnected) viewport.scrollTop += read.getBoundingClientRect().top - before;
}
