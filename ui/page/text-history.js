// The steps of writing one text, to be taken back and brought again. Pure: the time comes in.

/** Who pauses so long begins another step. */
const PAUSE_MS = 1500;

/** Older steps are forgotten. */
const MOST = 100;

/** @typedef {"typing" | "deleting" | "other"} Kind */
/** @typedef {{ text: string, caret: number }} State */

/** @param {string} text */
export function makeTextHistory(text) {
  let [states, at] = [[text], 0];
  /** @type {{ kind: Kind, when: number } | null} the step that may still grow */
  let open = null;

  /** @param {string} now */
  function reset(now) {
    [states, at, open] = [[now], 0, null];
  }

  /**
   * @param {string} now
   * @param {Kind} kind
   * @param {number} when in milliseconds
   */
  function record(now, kind, when) {
    if (now === states[at]) return;
    const grows = open !== null && open.kind === kind && when - open.when < PAUSE_MS;
    states = [...states.slice(0, grows ? at : at + 1), now].slice(-MOST);
    at = states.length - 1;
    open = kind === "other" ? null : { kind, when };
  }

  /**
   * @param {-1 | 1} by
   * @returns {State | null} what stands there then, with the cursor behind what has changed
   */
  function step(by) {
    const [before, text] = [states[at], states[at + by]];
    if (before === undefined || text === undefined) return null;
    at += by;
    open = null;
    return { text, caret: changed(text, before).end };
  }

  return { reset, record, step };
}

/**
 * The part of a text in which it differs from another.
 * @param {string} text
 * @param {string} other
 */
export function changed(text, other) {
  const most = Math.min(text.length, other.length);
  let start = 0;
  while (start < most && text[start] === other[start]) start += 1;
  let same = 0;
  while (same < most - start && text.at(-1 - same) === other.at(-1 - same)) same += 1;
  return { start, end: text.length - same };
}
