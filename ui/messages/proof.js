// The proof of sending ("Versandbeleg"): a page of its own that only the printer sees.

import { arrange, byId } from "../page/dom.js";
import { factElements } from "./fact-list.js";
import { proofFacts } from "./message-facts.js";

/**
 * @import { MessageDetail } from "../types.d.ts"
 * @import { Backend } from "../backend.js"
 */

/**
 * @param {Pick<Backend, "printPage">} backend
 * @param {MessageDetail} detail
 */
export async function printProof(backend, detail) {
  arrange(byId("proof-facts", HTMLElement), factElements(proofFacts(detail, Date.now())));
  await backend.printPage();
}
