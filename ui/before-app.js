// The page as the program has drawn it (`src-tauri/src/first_picture.rs`) is on the screen before the window's script is read.

document.getElementById("recipient")?.focus();

if (!document.hidden) await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));

const script = document.createElement("script");
script.src = "app.js";
document.head.append(script);
