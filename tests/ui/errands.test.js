import assert from "node:assert/strict";
import { test } from "node:test";
import { watchErrands } from "../../ui/window/errands.js";

/** A program that keeps errands until they are fetched. */
function program(...waiting) {
  let hear;
  return {
    backend: {
      onErrand: async (listener) => { hear = listener; },
      takeErrands: async () => waiting.splice(0),
    },
    async comes(errand) {
      waiting.push(errand);
      hear();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function taker(done) {
  return {
    linkIs: (link) => done.push(["link", link]),
    messageIsWanted: (id) => done.push(["message", id]),
    historyIsWanted: () => done.push(["history"]),
    outboxIsWanted: () => done.push(["outbox"]),
    newMessageIsWanted: () => done.push(["new-message"]),
  };
}

test("what came before the window was there is done once it is, and what comes later at once", async () => {
  const { backend, comes } = program({ kind: "link", link: "first" }, { kind: "message", id: 7 });
  const done = [];
  await watchErrands(backend, taker(done));
  assert.deepEqual(done, [["link", "first"], ["message", 7]]);
  for (const kind of ["history", "outbox", "new-message"]) await comes({ kind });
  assert.deepEqual(done.slice(2), [["history"], ["outbox"], ["new-message"]]);
});

test("a program that does not answer breaks nothing", async () => {
  const done = [];
  await watchErrands({ onErrand: async () => {}, takeErrands: () => Promise.reject(new Error("no")) }, taker(done));
  assert.deepEqual(done, []);
});
