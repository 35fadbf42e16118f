// For answers that arrive late or out of order: only the one to the newest question counts.

/**
 * @template T
 * @typedef {{ answer: T } | { thrown: unknown } | null} Latest null: a newer question was asked meanwhile
 */

/** @returns {<T>(question: Promise<T>) => Promise<Latest<T>>} */
export function latestOnly() {
  let newest = 0;
  return async (question) => {
    const mine = ++newest;
    try {
      const answer = await question;
      return mine === newest ? { answer } : null;
    } catch (thrown) {
      return mine === newest ? { thrown } : null;
    }
  };
}

/** Tells what is news of a thing from an answer that news has overtaken: its revision is lower. */
export function newsOnly() {
  /** @type {Map<number, number>} */
  const known = new Map();
  return (/** @type {{ id: number, revision: number }} */ { id, revision }) => {
    if (revision < (known.get(id) ?? revision)) return false;
    known.set(id, revision);
    return true;
  };
}

/**
 * Runs some time after the last call.
 * @param {() => void} run
 * @param {number} ms
 */
export function afterPause(run, ms) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return {
    start() {
      clearTimeout(timer);
      timer = setTimeout(run, ms);
    },
    stop: () => clearTimeout(timer),
  };
}
