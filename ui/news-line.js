// What the program tells without being asked: one question is always open, and is answered as soon as there is something.
// The next question says what has arrived (`src-tauri/src/news.rs`).

/**
 * @import { News, NumberedNews } from "./types.d.ts"
 */

/** How long is waited after a question that was not answered. */
const PAUSE_MS = 1000;

/**
 * @param {(command: string, args?: Record<string, unknown>) => Promise<any>} invoke
 * @param {() => Promise<unknown>} [pause]
 */
export function newsLine(invoke, pause = () => new Promise((over) => setTimeout(over, PAUSE_MS))) {
  /** @type {Map<News["kind"], ((content: any) => void)[]>} */
  const ears = new Map();
  /** @type {Promise<void> | null} */
  let begun = null;

  /**
   * @template {News["kind"]} K
   * @param {K} kind
   * @param {(content: Extract<News, { kind: K }> extends { content: infer C } ? C : undefined) => void} hear
   * @returns {Promise<void>} once the program knows that it is listened to
   */
  function listen(kind, hear) {
    ears.set(kind, [...(ears.get(kind) ?? []), hear]);
    return (begun ??= begin());
  }

  async function begin() {
    void follow(await invoke("begin_news"));
  }

  /** @param {number} last the number of the last piece that was told */
  async function follow(last) {
    for (;;) {
      const pieces = await ask(last);
      for (const { number, news } of pieces) {
        last = number;
        tell(news);
      }
    }
  }

  /** @param {number} after @returns {Promise<NumberedNews[]>} */
  async function ask(after) {
    try {
      return await invoke("next_news", { after });
    } catch {
      // Nothing is lost: the same question brings the same news.
      await pause();
      return [];
    }
  }

  /** @param {News} news */
  function tell(news) {
    for (const hear of ears.get(news.kind) ?? []) {
      try {
        hear("content" in news ? news.content : undefined);
      } catch (thrown) {
        // One that fails must not keep the others from hearing.
        reportError(thrown);
      }
    }
  }

  return { listen };
}
