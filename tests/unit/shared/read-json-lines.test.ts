import { describe, expect, it } from 'vitest';
import { utf8 } from '@/lib/shared/bytes';
import { readJsonLines } from '@/lib/shared/export/read-json-lines';
import { collect } from '../../support/collect';

const LINES = [{ a: 1 }, { words: 'Jané’s 📱\nphone' }, [null]];
const BYTES = utf8(LINES.map((line) => `${JSON.stringify(line)}\n`).join(''));

/** The bytes in pieces of the given length, whatever they cut through. */
function inPieces(length: number, bytes = BYTES): ReadableStream<Uint8Array<ArrayBuffer>> {
  let start = 0;
  return new ReadableStream({
    pull(controller) {
      if (start >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(start, start + length));
      start += length;
    },
  });
}

describe('reading JSON lines', () => {
  it.each([1, 2, 3, 7, 1_000])('gives the same values from pieces of %i bytes', async (length) => {
    expect(await collect(readJsonLines(inPieces(length)))).toEqual(LINES);
  });

  it('leaves out what was broken off', async () => {
    expect(await collect(readJsonLines(inPieces(5, BYTES.slice(0, -2))))).toEqual(LINES.slice(0, -1));
  });

  it('stops reading when nobody listens any more', async () => {
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull: (controller) => controller.enqueue(utf8('1\n')),
      cancel: () => void (isCancelled = true),
    });
    for await (const value of readJsonLines(body)) {
      expect(value).toBe(1);
      break;
    }
    expect(isCancelled).toBe(true);
  });

  it('refuses what is no JSON', async () => {
    await expect(collect(readJsonLines(inPieces(5, utf8('{"a":\n'))))).rejects.toThrow(SyntaxError);
  });
});
