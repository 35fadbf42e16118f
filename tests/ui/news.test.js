import assert from "node:assert/strict";
import { test } from "node:test";
import { collectNews } from "../../ui/window/news.js";

/** A program that tells, and a window that is told. @param {Object} [news] what it says when it is asked */
function scene(news) {
  const tell = {};
  const told = [];
  const hear = (name) => async (heard) => void (tell[name] = heard);
  const backend = {
    onAccountChanged: hear("account"), onMessageChanged: hear("message"), onNotice: hear("notice"), startNews: async () => news,
  };
  const taker = Object.fromEntries(["account", "message", "notice"].map((name) => [`${name}Is`, (now) => told.push([name, now])]));
  return { tell, told, taker, news: collectNews(backend) };
}

test("news that comes before the window is drawn waits for it, in its order", () => {
  const { tell, told, taker, news } = scene();
  tell.message(1);
  tell.account(2);
  news.passTo(taker);
  tell.notice(3);
  assert.deepEqual(told, [["message", 1], ["account", 2], ["notice", 3]]);
});

test("what happened after the page was made and before it listened is asked for", async () => {
  const { told, taker, news } = scene({ account: { key: "stored" }, notices: [{ kind: "damaged" }, { kind: "restored", at: 5 }] });
  news.passTo(taker);
  await news.since({ account: { key: "asking" }, notices: [{ kind: "restored", at: 5 }] });
  assert.deepEqual(told, [["account", { key: "stored" }], ["notice", { kind: "damaged" }]]);
});

test("an answer that an event has overtaken says nothing of the account", async () => {
  const { tell, told, taker, news } = scene({ account: { key: "asking" }, notices: [] });
  news.passTo(taker);
  const asked = news.since({ account: { key: "unavailable" }, notices: [] });
  tell.account({ key: "stored" });
  await asked;
  assert.deepEqual(told, [["account", { key: "stored" }]]);
});

test("where nothing happened meanwhile, nothing is told", async () => {
  const { told, taker, news } = scene({ account: { key: "stored" }, notices: [] });
  news.passTo(taker);
  await news.since({ account: { key: "stored" }, notices: [{ kind: "held", count: 2 }] });
  assert.deepEqual(told, []);
});
