// Keeps the texts being written: saved soon after the last key, one save at a time, the newest of each always last.

/** @import { Draft } from "../types.d.ts" */

/** So that the text is on the disk at most 500 ms after the last key. */
export const QUIET_MS = 400;

/** Someone who never pauses is saved as often as this. */
export const LONGEST_MS = 2000;

/**
 * @typedef {Object} DraftKeeper
 * @property {(draft: Draft) => void} changed the person typed
 * @property {() => Promise<void>} saveNow
 * @property {() => Promise<void>} rest nothing is saved from here on, and nothing is being saved any more
 * @property {() => void} resume what changed since is saved after all
 * @property {(id: string) => void} forget this draft is a message now, or is not wanted any more
 */

/**
 * @typedef {Object} Timers
 * @property {(run: () => void, ms: number) => unknown} start
 * @property {(timer: any) => void} stop
 * @property {() => number} now
 */

/** @type {Timers} */
const systemTimers = {
  start: (run, ms) => setTimeout(run, ms),
  stop: (timer) => clearTimeout(timer),
  now: () => Date.now(),
};

/**
 * @param {(draft: Draft) => Promise<unknown>} save
 * @param {(kept: boolean) => void} tell whether the last save worked
 * @param {Timers} [timers]
 * @returns {DraftKeeper}
 */
export function keepDraft(save, tell, timers = systemTimers) {
  /** @type {Map<string, Draft>} by id, the one changed last at the end */
  const unsaved = new Map();
  /** @type {Promise<void> | null} */
  let saving = null;
  /** @type {unknown} */
  let timer = null;
  let firstChange = 0;
  let resting = false;

  /** @param {Draft} draft */
  function changed(draft) {
    if (unsaved.size === 0) firstChange = timers.now();
    unsaved.delete(draft.id);
    unsaved.set(draft.id, draft);
    schedule();
  }

  function schedule() {
    stopTimer();
    if (resting) return;
    const longest = firstChange + LONGEST_MS - timers.now();
    timer = timers.start(() => void saveNow(), Math.max(0, Math.min(QUIET_MS, longest)));
  }

  function stopTimer() {
    if (timer !== null) timers.stop(timer);
    timer = null;
  }

  function saveNow() {
    stopTimer();
    if (!saving) saving = saveAll().finally(() => (saving = null));
    return saving;
  }

  async function saveAll() {
    for (let draft = next(); draft && !resting; draft = next()) {
      unsaved.delete(draft.id);
      if (!(await saved(draft))) return;
    }
  }

  /** @returns {Draft | undefined} */
  const next = () => unsaved.values().next().value;

  /** @param {Draft} draft */
  async function saved(draft) {
    try {
      await save(draft);
      tell(true);
      return true;
    } catch {
      if (!unsaved.has(draft.id)) unsaved.set(draft.id, draft);
      tell(false);
      if (!resting) timer = timers.start(() => void saveNow(), LONGEST_MS);
      return false;
    }
  }

  async function rest() {
    resting = true;
    stopTimer();
    await saving;
  }

  function resume() {
    resting = false;
    if (unsaved.size > 0) schedule();
  }

  /** @param {string} id */
  function forget(id) {
    unsaved.delete(id);
  }

  return { changed, saveNow, rest, resume, forget };
}
