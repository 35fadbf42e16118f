// The page as the program has drawn it (`src-tauri/src/first_picture.rs`) is on the screen before the rest of it is read: the
// other views and the dialogs with their style (`src-tauri/src/pages/parts.rs`), and then the window's script.

document.getElementById("recipient")?.focus();
if (document.hidden) void readRest();
else requestAnimationFrame(() => setTimeout(readRest));

async function readRest() {
  try {
    put(await further());
    askForApp();
  } catch {
    // A page that is loaded again is whole.
    location.reload();
  }
}

/** The second part of the page, which the program holds. */
async function further() {
  const answer = await fetch(`further.${document.documentElement.lang}.html`);
  if (!answer.ok) throw new Error(answer.statusText);
  return document.createRange().createContextualFragment(await answer.text());
}

/** @param {DocumentFragment} further */
function put(further) {
  document.head.append(...further.querySelectorAll("link"));
  document.getElementById("main")?.append(...further.querySelectorAll(".view"));
  document.body.append(further);
}

function askForApp() {
  const script = document.createElement("script");
  script.src = "app.js";
  document.head.append(script);
}
