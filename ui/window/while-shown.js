// Views that nobody looks at are left as they are.

/**
 * @import { Model, ViewName } from "../model.js"
 */

/**
 * A part of the window that shows something in one view alone: it is updated while that is shown, and once more when it is left.
 * @param {ViewName} view
 * @param {{ update(model: Model): void }} part
 */
export function whileShown(view, part) {
  let wasShown = false;

  /** @param {Model} model */
  function update(model) {
    const isShown = model.view === view;
    if (isShown || wasShown) part.update(model);
    wasShown = isShown;
  }

  return { update };
}
