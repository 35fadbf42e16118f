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
