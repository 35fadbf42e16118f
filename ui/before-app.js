// The page as the program has drawn it (`src-tauri/src/first_picture.rs`) is on the screen before the window's script is read.

document.getElementById("recipient")?.focus();
if (document.hidden) askForApp();
else requestAnimationFrame(() => setTimeout(askForApp));

function askForApp() {
  const script = document.createElement("script");
  script.src = "app.js";
  document.head.append(script);
}
