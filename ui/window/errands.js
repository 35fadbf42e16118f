// What is asked of the window from outside: a link was opened, a notification was clicked. It waits in the program until it
// is fetched, so nothing is lost that comes before the window is there.

/**
 * @import { Errand, FormLink } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @typedef {Object} ErrandTaker
 * @property {(link: FormLink) => void} linkIs
 * @property {(id: number) => void} messageIsWanted
 * @property {() => void} historyIsWanted
 * @property {() => void} outboxIsWanted
 * @property {() => void} newMessageIsWanted
 */

/**
 * @param {Pick<Backend, "takeErrands" | "onErrand">} backend
 * @param {ErrandTaker} taker
 */
export async function watchErrands(backend, taker) {
  const look = async () => (await backend.takeErrands().catch(() => [])).forEach((errand) => run(errand, taker));
  await backend.onErrand(() => void look());
  await look();
}

/**
 * @param {Errand} errand
 * @param {ErrandTaker} taker
 */
function run(errand, { linkIs, messageIsWanted, historyIsWanted, outboxIsWanted, newMessageIsWanted }) {
  if (errand.kind === "link") linkIs(errand.link);
  else if (errand.kind === "message") messageIsWanted(errand.id);
  else ({ history: historyIsWanted, outbox: outboxIsWanted, "new-message": newMessageIsWanted })[errand.kind]();
}
