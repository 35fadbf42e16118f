// Something that few need, or not at once: it is made when it is first used.

/**
 * @template T
 * @param {() => T} make
 * @param {(made: T) => void} [begin]
 * @returns {(() => T) & { ifMade: () => T | null }}
 */
export function onFirstUse(make, begin = () => {}) {
  /** @type {{ made: T } | null} */
  let kept = null;

  function use() {
    if (!kept) {
      kept = { made: make() };
      begin(kept.made);
    }
    return kept.made;
  }

  return Object.assign(use, { ifMade: () => kept?.made ?? null });
}
