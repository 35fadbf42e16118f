import assert from "node:assert/strict";
import { test } from "node:test";
import { newsLine } from "../../ui/news-line.js";

/** A program that answers one question after the other: pieces, or an error. */
function program(...answers) {
  const asked = [];
  const invoke = async (command, given) => {
    asked.push(given ? [command, given.after] : command);
    if (command === "begin_news") return 7;
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer ?? new Promise(() => {});
  };
  return { asked, invoke };
}

const menu = (number, content) => ({ number, news: { kind: "menu", content } });
const settled = () => new Promise((done) => setImmediate(done));

test("what happens is told in its order to those who listen for it, and the next question says what has arrived", async () => {
  const { asked, invoke } = program([menu(8, "a"), { number: 9, news: { kind: "errand" } }], [menu(12, "b")]);
  const { listen } = newsLine(invoke);
  const heard = [];
  listen("menu", (name) => heard.push(name));
  listen("errand", (content) => heard.push(content));
  listen("menu", (name) => heard.push(`${name} again`));
  await settled();
  assert.deepEqual(heard, ["a", "a again", undefined, "b", "b again"]);
  assert.deepEqual(asked, ["begin_news", ["next_news", 7], ["next_news", 9], ["next_news", 12]]);
});

test("after a question without an answer the same one is asked again, a little later", async () => {
  const { asked, invoke } = program(new Error("gone"), [menu(8, "a")]);
  const heard = [];
  let pauses = 0;
  newsLine(invoke, async () => void (pauses += 1)).listen("menu", (name) => heard.push(name));
  await settled();
  assert.deepEqual([heard, pauses], [["a"], 1]);
  assert.deepEqual(asked, ["begin_news", ["next_news", 7], ["next_news", 7], ["next_news", 8]]);
});

test("one that fails keeps no other from hearing", async (t) => {
  const reported = [];
  globalThis.reportError = (thrown) => reported.push(thrown.message);
  t.after(() => delete globalThis.reportError);
  const { listen } = newsLine(program([menu(8, "a")], [menu(9, "b")]).invoke);
  const heard = [];
  listen("menu", () => { throw new Error("no"); });
  listen("menu", (name) => heard.push(name));
  await settled();
  assert.deepEqual([heard, reported], [["a", "b"], ["no", "no"]]);
});
