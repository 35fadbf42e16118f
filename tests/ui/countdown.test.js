import assert from "node:assert/strict";
import { test } from "node:test";
import { makeCountdown, secondsLeft } from "../../ui/outbox/countdown.js";

const message = (id, changes) => ({ id, state: "queued", reason: null, ...changes });
const left = (countdown, now) => countdown.at(now).map(({ message: { id }, left: ms }) => [id, ms]);

test("a message can be taken back until its time is over", () => {
  const countdown = makeCountdown();
  countdown.begin(message(1), 5000, 100);
  assert.deepEqual(left(countdown, 100), [[1, 5000]]);
  assert.deepEqual(left(countdown, 5099), [[1, 1]]);
  assert.deepEqual(left(countdown, 5100), []);
  assert.deepEqual(left(countdown, 200), []);
});

test("several count down beside each other, each for itself", () => {
  const countdown = makeCountdown();
  countdown.begin(message(1), 5000, 0);
  countdown.begin(message(2), 5000, 3000);
  assert.deepEqual(left(countdown, 4000), [[1, 1000], [2, 4000]]);
  assert.deepEqual(left(countdown, 6000), [[2, 2000]]);
});

test("what goes at once, later or was decided already has no countdown", () => {
  const countdown = makeCountdown();
  countdown.begin(message(1), 0, 0);
  countdown.begin(message(2, { state: "sent" }), 5000, 0);
  assert.deepEqual(left(countdown, 0), []);
});

test("it ends with the first news that the message goes, waits or is held", () => {
  for (const news of [{ state: "sending" }, { state: "cancelled" }, { state: "held" }, { reason: "offline" }]) {
    const countdown = makeCountdown();
    countdown.begin(message(1), 5000, 0);
    countdown.change(message(1));
    assert.equal(left(countdown, 1).length, 1);
    countdown.change(message(1, news));
    assert.deepEqual(left(countdown, 1), []);
  }
});

test("news of another message changes nothing, and one that was taken back is gone", () => {
  const countdown = makeCountdown();
  countdown.begin(message(1), 5000, 0);
  countdown.change(message(2, { state: "sent" }));
  assert.equal(left(countdown, 1).length, 1);
  countdown.drop(1);
  assert.deepEqual(left(countdown, 1), []);
});

test("the seconds never read 0 while there is time left", () => {
  assert.deepEqual([5000, 4999, 1001, 1000, 200, 1].map(secondsLeft), [5, 5, 2, 1, 1, 1]);
});
