// What nobody looks at does not hold up the picture of what is shown.

/**
 * @import { Model, ViewName } from "../model.js"
 */

/** The next picture is drawn, or there is none to wait for. @returns {Promise<void>} */
export function nextPicture() {
  if (document.hidden) return Promise.resolve();
  return new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
}

/**
 * A part of the window that shows something in one view alone: it is updated at once while that is shown, else after the
 * next picture.
 * @param {ViewName} view
 * @param {{ update(model: Model): void }} part
 * @param {() => Promise<void>} [picture]
 */
export function behindPicture(view, part, picture = nextPicture) {
  let waits = false;

  /** @param {Model} model */
  async function later(model) {
    waits = true;
    await picture();
    waits = false;
    part.update(model);
  }

  /** @param {Model} model */
  function update(model) {
    if (model.view === view) part.update(model);
    else if (!waits) void later(model);
  }

  return { update };
}
