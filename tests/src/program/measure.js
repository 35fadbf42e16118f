// What can be measured of a page as it is drawn: contrast of controls, size of targets, whether anything is cut off.
// Each function hands back sentences about what is wrong. `script` runs one of them in the page.

const LEAST = 24;
const CONTROLS = "button, a[href], input, select, textarea, [role=option], summary";

const page = () => document.activeElement.closest("dialog[open]") ?? [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.body;
const isSeen = (element) => element.checkVisibility({ visibilityProperty: true })
  && !element.closest("[aria-hidden=true], .visually-hidden, [inert]") && element.getClientRects().length > 0;
const all = (selector) => [...page().querySelectorAll(selector)].filter(isSeen);
const called = (element) => `<${element.localName} id="${element.id}" class="${element.getAttribute("class") ?? ""}"> “${
  (element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40)}”`;

/** Red, green, blue, 0 to 255, and alpha. */
function rgba(colour) {
  const context = (rgba.canvas ??= new OffscreenCanvas(1, 1)).getContext("2d", { willReadFrequently: true });
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

const over = ([r, g, b, a], [R, G, B]) => [r * a + R * (1 - a), g * a + G * (1 - a), b * a + B * (1 - a), 1];

/** What is behind an element. */
function ground(element) {
  if (!element) return rgba("Canvas");
  const own = rgba(getComputedStyle(element).backgroundColor);
  return own[3] === 1 ? own : over(own, ground(element.parentElement));
}

function light([red, green, blue]) {
  const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
}

function contrast(colour, behind) {
  const [low, high] = [light(over(colour, behind)), light(behind)].sort((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

/** The element itself, or what draws the border around it. */
const framed = (element) => (hasBorder(element) ? element : hasBorder(element.parentElement) ? element.parentElement : null);
function hasBorder(element) {
  const { borderBlockEndWidth, borderBlockEndColor } = getComputedStyle(element);
  return parseFloat(borderBlockEndWidth) > 0 && rgba(borderBlockEndColor)[3] > 0;
}

/** Fields and buttons that have a frame can be told from what is around them. */
function frames() {
  const wanted = "input:not([type=checkbox]), select, textarea, .button:not(.button-quiet, :disabled)";
  return all(wanted).flatMap((element) => {
    const frame = framed(element);
    if (!frame) return [`${called(element)} has no frame`];
    const behind = ground(frame.parentElement);
    const found = Math.max(contrast(rgba(getComputedStyle(frame).borderBlockEndColor), behind), contrast(ground(frame), behind));
    return found < 3 ? [`the frame of ${called(element)} has a contrast of ${found.toFixed(2)}`] : [];
  });
}

/** Icons that stand for themselves can be seen. */
function icons() {
  return all("svg.icon, button svg").concat([...page().querySelectorAll("button svg")]).filter((icon) => icon.checkVisibility())
    .flatMap((icon) => {
      const found = contrast(rgba(getComputedStyle(icon).stroke), ground(icon.parentElement));
      return found < 3 && !icon.closest(":disabled") ? [`the icon in ${called(icon.parentElement)} has a contrast of ${found.toFixed(2)}`] : [];
    });
}

/** Where one can press: a label belongs to its box. */
function place(control) {
  const label = control.matches("[type=checkbox]") ? control.closest("label") : null;
  return (label ?? control).getBoundingClientRect();
}

/** Each target is large enough, or has enough room around it. */
function targets() {
  const places = all(CONTROLS).map((control) => ({ control, rect: place(control) }));
  const centre = ({ rect }) => [rect.x + rect.width / 2, rect.y + rect.height / 2];
  const isSmall = ({ rect }) => rect.width < LEAST - 0.01 || rect.height < LEAST - 0.01;
  const apart = (small, other) => {
    const [x, y] = centre(small);
    const { left, right, top, bottom } = other.rect;
    const toRect = Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    const [X, Y] = centre(other);
    return isSmall(other) ? Math.hypot(X - x, Y - y) >= LEAST : toRect >= LEAST / 2;
  };
  return places.filter(isSmall).flatMap((small) => places.every((other) => other === small || apart(small, other)) ? []
    : [`${called(small.control)} is ${small.rect.width.toFixed(1)} × ${small.rect.height.toFixed(1)}`]);
}

const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
/** What is meant to be moved sideways and says so. */
const isOwnRegion = (element) => element.closest("[role=region][tabindex]") !== null;

/** What somebody wrote, shown in one line as far as it goes; pressing it shows all. */
const PREVIEWS = ".recent-message";
const hasWords = (element) => [...element.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim() !== "");

/** Nothing is wider than its place, and the page does not move sideways. */
function widths() {
  const faults = [];
  const root = document.scrollingElement;
  if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
  for (const element of [page(), ...all("*")]) {
    if (isOwnRegion(element) || element.closest("svg, select, input, textarea")) continue;
    const { overflowX, overflowY, display } = getComputedStyle(element);
    if (display === "inline" || element.clientWidth === 0) continue;
    if (!(overflowX === "visible" ? hasWords(element) : true) || element.closest(PREVIEWS)) continue;
    if (element.scrollWidth > element.clientWidth + 1) faults.push(`${called(element)} holds ${element.scrollWidth} in ${element.clientWidth} (${overflowX})`);
    const cuts = ["hidden", "clip"].includes(overflowY) && element !== document.body;
    if (cuts && element.scrollHeight > element.clientHeight + 2) faults.push(`${called(element)} cuts ${element.scrollHeight} to ${element.clientHeight}`);
  }
  return faults;
}

/** Each control can be brought into view, wholly, and nothing lies on it. */
function reach() {
  const faults = [];
  const hides = all(CONTROLS).filter((control) => !control.disabled && !isOwnRegion(control));
  for (const control of hides) {
    control.scrollIntoView({ block: "nearest" });
    const { x, y, width, height, right } = place(control);
    if (x < -1 || right > innerWidth + 1) faults.push(`${called(control)} reaches from ${x} to ${right} of ${innerWidth}`);
    const hit = document.elementFromPoint(x + width / 2, y + Math.min(height, innerHeight) / 2);
    const own = control.closest("label") ?? control;
    if (!hit || !(own.contains(hit) || hit.contains(control))) faults.push(`${called(control)} lies under ${hit ? called(hit) : "the edge"}`);
  }
  return faults;
}

/** Where the focus is can be seen. */
function focus() {
  const before = document.activeElement;
  const faults = all("button, a[href], input, select, textarea, summary, [tabindex='0']").filter((control) => !control.disabled).flatMap((control) => {
    control.focus({ focusVisible: true });
    if (document.activeElement !== control) return [];
    const rings = [control, control.parentElement].map((element) => ring(element));
    const best = Math.max(...rings);
    return best < 3 ? [`the focus on ${called(control)} has a contrast of ${best.toFixed(2)}`] : [];
  });
  before?.focus();
  return faults;
}

function ring(element) {
  const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return 0;
  return contrast(rgba(outlineColor), parseFloat(outlineOffset) < 0 ? ground(element) : ground(element.parentElement));
}

const measures = { frames, icons, targets, widths, reach, focus };
