// The guide's list of keys, from the same table and words as the window's.

import { keyWords, shortcuts } from "../../../ui/help/shortcuts.js";
import { translate } from "../../../ui/page/l10n.js";
import { speak } from "../sources.js";

const HEAD = { de: ["Was", "Windows und Linux", "Mac"], en: ["What", "Windows and Linux", "Mac"] };

/**
 * @param {"de" | "en"} language
 * @param {string} guide
 */
export function guideWithKeys(language, guide) {
  speak(language);
  const rows = shortcuts(false).map(({ name }) => [
    translate(`shortcut-${name}`), keyWords(name, false), keyWords(name, true),
  ]);
  const table = [HEAD[language], ["---", "---", "---"], ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
  return guide.replace(/(<!-- shortcuts -->\n)[^]*?(<!-- \/shortcuts -->)/, (_, begin, end) => `${begin}\n${table}\n\n${end}`);
}
