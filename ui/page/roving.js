// Many buttons that are one stop for Tab: the arrows go from one to the next (the ARIA toolbar pattern). Pure.

/**
 * @param {{ count: number, at: number }} place
 * @param {string} key
 * @returns {number | null} null: the key keeps its own meaning
 */
export function nextStop({ count, at }, key) {
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  if (key === "ArrowRight" || key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowLeft" || key === "ArrowUp") return (at + count - 1) % count;
  return null;
}
