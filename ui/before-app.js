// The page as the program has drawn it (`src-tauri/src/first_picture.rs`) is on the screen before the rest of it is read: the
// other views and the dialogs with their style (`src-tauri/src/pages/parts.rs`), and then the window's script.

document.getElementById("recipient")?.focus();
if (document.hidden) askForFurther();
else requestAnimationFrame(() => setTimeout(askForFurther));

function askForFurther() {
  const request = new XMLHttpRequest();
  request.open("GET", `further.${document.documentElement.lang}.html`);
  request.responseType = "document";
  request.addEventListener("loadend", () => {
    // A page that is loaded again is whole.
    if (!request.responseXML) return location.reload();
    put(request.responseXML);
    askForApp();
  });
  request.send();
}

/** @param {Document} further */
function put({ head, body }) {
  document.head.append(...head.children);
  document.getElementById("main")?.append(...body.querySelectorAll(":scope > .view"));
  document.body.append(...body.children);
}

function askForApp() {
  const script = document.createElement("script");
  script.src = "app.js";
  document.head.append(script);
}
