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
  it.each([1, 2, 3, 7, 1_000])('pieces of %i bytes give the same values', async (length) => {
    expect(await collect(readJsonLines(inPieces(length)))).toEqual(LINES);
  });

  it('a last line that was broken off is left out', async () => {
    expect(await collect(readJsonLines(inPieces(5, BYTES.slice(0, -2))))).toEqual(LINES.slice(0, -1));
  });

  it('the reading stops when its consumer stops', async () => {
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

  it('a line that is no JSON is refused', async () => {
    await expect(collect(readJsonLines(inPieces(5, utf8('{"a":\n'))))).rejects.toThrow(SyntaxError);
  });
});
