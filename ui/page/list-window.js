// Which part of a long list stands in the page: the list may grow without end, the page may not. Pure.

/** So many rows stand in the page at most. */
export const MOST = 300;

/** So many come or go at a time. */
export const STEP = 100;

export function makeListWindow() {
  let first = 0;

  /**
   * @template T
   * @param {readonly T[]} all
   * @returns {T[]}
   */
  function visible(all) {
    return all.slice(first, first + MOST);
  }

  /** Whether there are known rows behind the last visible one. @param {number} count */
  const hasOlder = (count) => first + MOST < count;

  /** @param {number} count */
  function goOlder(count) {
    if (hasOlder(count)) first += STEP;
  }

  function goNewer() {
    first = Math.max(0, first - STEP);
  }

  return { visible, hasOlder, goOlder, goNewer, hasNewer: () => first > 0, reset: () => void (first = 0) };
}
