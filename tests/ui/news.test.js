import assert from "node:assert/strict";
import { test } from "node:test";
import { collectNews } from "../../ui/window/news.js";

test("news that comes before the window is drawn waits for it, in its order", () => {
  const tell = {};
  const hear = (name) => (heard) => (tell[name] = heard);
  const news = collectNews({ onAccountChanged: hear("account"), onMessageChanged: hear("message"), onNotice: hear("notice") });
  const told = [];
  tell.message(1);
  tell.account(2);
  news.passTo({ accountIs: (now) => told.push(["account", now]), messageIs: (now) => told.push(["message", now]), noticeIs: (now) => told.push(["notice", now]) });
  tell.notice(3);
  assert.deepEqual(told, [["message", 1], ["account", 2], ["notice", 3]]);
});
