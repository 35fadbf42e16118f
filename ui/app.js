// The start of the window: asks for everything at once, gives the first focus, and opens the window with the answer.
//
// Each view has a folder with everything that only it needs: writing, contacts, templates, history, outbox, settings.
// What several views show of a message is in messages, what stands around the views in window, plain tools in page.

import { connectBackend, firstLook } from "./backend.js";
import { byId } from "./page/dom.js";
import { asUiError } from "./page/errors.js";
import { showFatal, updateLook } from "./window/frame.js";
import { collectNews } from "./window/news.js";
import { openWindow } from "./window/open-window.js";

/** @import { Backend } from "./backend.js" */

await start(connectBackend());

/** @param {Backend} backend */
async function start(backend) {
  try {
    // Before the question: what happens after the answer was made is news.
    const news = collectNews(backend);
    // Before the focus, which lays out the page: the answer comes meanwhile.
    const asked = backend.bootstrap();
    updateLook(firstLook());
    // Not by `autofocus`: WebKit heeds it only with its first picture, when someone may be writing elsewhere already.
    byId("recipient", HTMLInputElement).focus();
    const taker = openWindow(backend, await asked);
    document.body.dataset.ready = "true";
    news.passTo(taker);
    requestAnimationFrame(() => void backend.ready());
  } catch (thrown) {
    showFatal(asUiError(thrown).message);
  }
}
