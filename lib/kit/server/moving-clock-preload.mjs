/**
 * Loaded into a server under test before its own code: moves `Date` by the milliseconds that the file named by
 * TESSERA_TEST_CLOCK holds, or stops it where the file says `=`. A file reaches every process and worker thread of the server at once.
 */
import { openSync, readSync } from 'node:fs';

const RealDate = Date;
const realNow = RealDate.now;
const file = openSync(process.env.TESSERA_TEST_CLOCK, 'r');
const buffer = Buffer.alloc(32);

function now() {
  const text = buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, 0)).trim();
  return text.startsWith('=') ? Number(text.slice(1)) : realNow() + Number(text);
}

// A proxy and not a subclass, so that dates made by native code stay instances of the global.
globalThis.Date = new Proxy(RealDate, {
  construct: (target, values, newTarget) =>
    Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
  apply: () => new RealDate(now()).toString(),
});
RealDate.now = now;
RealDate.prototype.constructor = globalThis.Date;

// The test process holds the other end: when it dies, whichever way, so does the server.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.channel?.unref();
