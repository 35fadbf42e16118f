// The start of the window: opens it with the answer that came with the page, or asks for everything at once.
//
// Each view has a folder with everything that only it needs: writing, contacts, templates, history, outbox, settings.
// What several views show of a message is in messages, what stands around the views in window, plain tools in page.

import { connectBackend, firstAnswer, firstLook } from "./backend.js";
import { byId } from "./page/dom.js";
import { asUiError } from "./page/errors.js";
import { nextPicture } from "./window/after-picture.js";
import { showFatal, updateLook } from "./window/frame.js";
import { collectNews } from "./window/news.js";
import { openWindow } from "./window/open-window.js";

/**
 * @import { Bootstrap } from "./types.d.ts"
 * @import { Backend } from "./backend.js"
 */

await start(connectBackend());

/** @param {Backend} backend */
async function start(backend) {
  try {
    // Before the question: what happens after the answer was made is news.
    const news = collectNews(backend);
    const known = firstAnswer();
    const opened = openWindow(backend, known ?? (await ask(backend)));
    await nextPicture();
    opened.complete();
    news.passTo(opened);
    document.body.dataset.ready = "true";
    void backend.ready();
    if (known) await news.since(known);
  } catch (thrown) {
    showFatal(asUiError(thrown).message);
  }
}

/**
 * Meanwhile the page can be written in.
 * @param {Backend} backend
 * @returns {Promise<Bootstrap>}
 */
function ask(backend) {
  // Before the focus, which lays out the page.
  const asked = backend.bootstrap();
  updateLook(firstLook());
  // Not by `autofocus`: WebKit heeds it only with its first picture, when someone may be writing elsewhere already.
  if (document.activeElement === document.body) byId("recipient", HTMLInputElement).focus();
  return asked;
}
