import { deflateSync, crc32 } from 'node:zlib';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { PngLogoReader } from '@/lib/messaging/organisation/png-logo-reader';
import { checkLogo, LARGEST_LOGO, WIDEST_LOGO } from '@/lib/messaging/organisation/logo';

function picture(width: number, height: number): Buffer {
  const png = new PNG({ width, height });
  png.data.fill(0x80);
  return PNG.sync.write(png);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const SIGNATURE = picture(1, 1).subarray(0, 8);

function headerOf({ width = 8, height = 8, interlace = 0, depth = 8, kind = 6 } = {}): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, kind, 0, 0, interlace], 8);
  return chunk('IHDR', header);
}

/** A PNG whose header and content need not agree. */
function forged({
  content = Buffer.alloc(8 * 33),
  ...header
}: Parameters<typeof headerOf>[0] & { content?: Buffer } = {}): Buffer {
  const parts = [headerOf(header), chunk('IDAT', deflateSync(content)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...parts]);
}

const refusalOf = (file: Uint8Array) => {
  const checked = checkLogo(file);
  return checked.ok ? null : checked.refusal;
};

describe('a logo before it is unpacked', () => {
  it('a PNG of 512 pixels each way is accepted, and one of 513 is not', () => {
    expect(refusalOf(picture(WIDEST_LOGO, WIDEST_LOGO))).toBeNull();
    expect(refusalOf(picture(WIDEST_LOGO + 1, 8))).toBe('logo-too-wide');
    expect(refusalOf(picture(8, WIDEST_LOGO + 1))).toBe('logo-too-wide');
  });

  it('a file of more than 64 KiB is refused', () => {
    const small = picture(8, 8);
    const padded = (length: number) =>
      Buffer.concat([
        small.subarray(0, 33),
        chunk('tEXt', Buffer.alloc(length - small.length - 12)),
        small.subarray(33),
      ]);
    expect(refusalOf(padded(LARGEST_LOGO))).toBeNull();
    expect(refusalOf(padded(LARGEST_LOGO + 1))).toBe('logo-too-large');
  });

  it('threat: a picture with scripts: an attacker’s SVG or HTML is refused, whatever it is called', () => {
    for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>', '<!doctype html>'])
      expect(refusalOf(Buffer.from(text.padEnd(200)))).toBe('logo-not-png');
  });

  it('a JPEG, an empty file and a PNG that ends in its header are refused', () => {
    const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(100)]);
    for (const file of [jpeg, Buffer.alloc(0), picture(8, 8).subarray(0, 20)])
      expect(refusalOf(file)).toBe('logo-not-png');
  });

  it('threat: a decompression bomb: a header of 100,000 pixels each way is refused without unpacking', () => {
    expect(refusalOf(forged({ width: 100_000, height: 100_000 }))).toBe('logo-too-wide');
  });

  it('threat: a decompression bomb: interlacing, which no limit bounds while it is unpacked, is refused', () => {
    expect(refusalOf(forged({ interlace: 1, content: Buffer.alloc(8_000_000) }))).toBe('logo-unreadable');
  });

  it('threat: a file has a second header, which a decoder would believe — it is refused wherever that stands', () => {
    const small = forged();
    const huge = headerOf({ width: 60_000, height: 60_000 });
    for (const at of [33, small.length - 12])
      expect(refusalOf(Buffer.concat([small.subarray(0, at), huge, small.subarray(at)]))).toBe('logo-unreadable');
  });

  it('threat: what stands in a header or between its chunks is read otherwise by a decoder — it is refused', () => {
    const small = forged();
    const long = Buffer.from(small);
    long.writeUInt32BE(0x7f_ff_ff_ff, 33);
    const negative = Buffer.from(small);
    negative.writeUInt32BE(0xff_ff_ff_ff, 33);
    const longHeader = Buffer.from(small);
    longHeader.writeUInt32BE(14, 8);
    const wrong = [
      long,
      negative,
      longHeader,
      Buffer.concat([small.subarray(0, small.length - 12)]),
      Buffer.concat([small, headerOf({ width: 60_000 })]),
      forged({ depth: 3 }),
      forged({ kind: 5 }),
    ];
    for (const file of wrong) expect(refusalOf(file)).toBe('logo-unreadable');
  });

  it('a picture without a pixel is refused', () => {
    expect(refusalOf(forged({ width: 0 }))).toBe('logo-unreadable');
  });
});

describe('a logo that is written anew', () => {
  const reader = new PngLogoReader();

  it('the pixels are kept, and nothing else that the file held', async () => {
    const file = picture(20, 10);
    const note = chunk('tEXt', Buffer.from('Comment\0<script>secret place'));
    const read = await reader.read(Buffer.concat([file.subarray(0, 33), note, file.subarray(33)]));
    if (!read.ok) throw new TypeError(read.refusal);
    const { png, digest, width, height } = read.value;
    expect({ width, height }).toEqual({ width: 20, height: 10 });
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(Buffer.from(png).toString('latin1')).not.toMatch(/secret|script/);
    expect(PNG.sync.read(Buffer.from(png)).data).toEqual(PNG.sync.read(file).data);
  });

  it('the same pixels have the same digest, and others another one', async () => {
    const digests = await Promise.all(
      [picture(8, 8), picture(8, 8), picture(8, 9)].map(async (file) => {
        const read = await reader.read(file);
        return read.ok && read.value.digest;
      }),
    );
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
  });

  it('threat: a decompression bomb: no more is unpacked than the header’s pixels take', async () => {
    const bomb = forged({ content: Buffer.alloc(60_000_000) });
    expect(bomb.byteLength).toBeLessThan(LARGEST_LOGO);
    expect(refusalOf(bomb)).toBeNull();
    const before = process.memoryUsage().arrayBuffers;
    await reader.read(bomb);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
  });

  it('a file that is cut off or damaged is refused', async () => {
    const file = picture(64, 64);
    for (const damaged of [file.subarray(0, file.length - 20), Buffer.from(file).fill(0x55, 41, 49)])
      expect(await reader.read(damaged)).toEqual({ ok: false, refusal: 'logo-unreadable' });
  });
});
