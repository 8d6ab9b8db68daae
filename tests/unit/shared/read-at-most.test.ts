import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readAtMost } from '@/lib/shared/read-at-most';

const PARTS = [Uint8Array.of(1, 2), Uint8Array.of(3)];

describe('a bounded read', () => {
  it.each([
    ['a web stream', () => new Blob(PARTS).stream()],
    ['a Node.js stream', () => Readable.from(PARTS)],
    ['a list of parts', () => PARTS],
  ])('the read returns %s that fits exactly', async (_kind, stream) => {
    expect(await readAtMost(stream(), 3)).toEqual(Uint8Array.of(1, 2, 3));
  });

  it('threat: an endless body is read no further than the limit, and its stream is destroyed', async () => {
    let sent = 0;
    const endless = new Readable({
      read() {
        sent += 1;
        this.push(new Uint8Array(1_024));
      },
    });
    expect(await readAtMost(endless, 4_096)).toBeNull();
    expect(endless.destroyed).toBe(true);
    expect(sent).toBeLessThan(50);
  });

  it('the read rejects when the stream breaks off', async () => {
    const broken = new Readable({ read: () => broken.destroy(new Error('connection reset')) });
    await expect(readAtMost(broken, 10)).rejects.toThrow('connection reset');
  });
});
