// A form in a dialog that Escape closes at once: what was typed into it and not saved is handed over, not lost.

/**
 * @template T
 * @param {Object} needs
 * @param {HTMLDialogElement} needs.dialog
 * @param {() => T} needs.read
 * @param {(typed: T) => void} needs.left
 */
export function watchTyping({ dialog, read, left }) {
  let begun = "";

  dialog.addEventListener("close", () => {
    const typed = read();
    if (begun !== JSON.stringify(typed)) left(typed);
  });
  return {
    /** @param {boolean} unsaved what stands in the form now was never saved */
    begin(unsaved) {
      begun = unsaved ? "" : JSON.stringify(read());
    },
    /** What stands in the form now is saved. */
    settled() {
      begun = JSON.stringify(read());
    },
  };
}
