// Ctrl+Z and its counterparts in text fields: WebKitGTK leaves them to the page, the others do the same by themselves.

/** Where something else than the text was meant by the key, that was done first. @param {Document} page */
export function mountUndoKeys(page) {
  page.addEventListener("keydown", (event) => {
    const command = undoCommand(event);
    if (!command || event.defaultPrevented || !isTextField(page.activeElement)) return;
    event.preventDefault();
    page.execCommand(command);
  });
}

/** @param {Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">} event */
export function undoCommand({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (altKey || !(ctrlKey || metaKey)) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && !shiftKey ? "redo" : null;
}

/** @param {Element | null} active */
const isTextField = (active) => active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement;
