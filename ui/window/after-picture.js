// Views that nobody looks at do not hold up the picture of the one that is shown.

/**
 * @import { Model, ViewName } from "../model.js"
 */

/** @param {() => void} work */
const afterPicture = (work) => void requestAnimationFrame(() => setTimeout(work));

/**
 * A part of the window that shows something in one view alone: it is updated at once while that is shown, else after the
 * next picture.
 * @param {ViewName} view
 * @param {{ update(model: Model): void }} part
 * @param {(work: () => void) => void} [later]
 */
export function behindPicture(view, part, later = afterPicture) {
  let waits = false;

  /** @param {Model} model */
  function update(model) {
    if (model.view === view) return part.update(model);
    if (waits) return;
    waits = true;
    later(() => {
      waits = false;
      part.update(model);
    });
  }

  return { update };
}
