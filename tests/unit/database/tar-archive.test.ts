import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packFolder, unpackArchive } from '@/lib/database/embedded/tar-archive';

/** Where a header has a name, its file's size, and its checksum (POSIX ustar). */
const [NAME, SIZE, SUM] = [0, 124, 148];

describe('an archive', () => {
  const directory = mkdtempSync(join(tmpdir(), 'tessera-archive-'));
  const [folder, archive] = [join(directory, 'folder'), join(directory, 'archive.tar.gz')];

  beforeAll(async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'file'), '');
    await packFolder(folder, archive);
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  /** Unpacks the archive after a change of its first header, whose checksum is right again. */
  async function unpackWith(field: number, value: string, into: string): Promise<void> {
    const bytes = gunzipSync(readFileSync(archive));
    bytes.fill(0, field, field + value.length);
    bytes.write(value, field);
    bytes.fill(' ', SUM, SUM + 8);
    const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
    bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, SUM);
    writeFileSync(`${archive}.changed`, gzipSync(bytes));
    await unpackArchive(`${archive}.changed`, join(directory, into));
  }

  it('an archive of plain files is unpacked', async () => {
    await unpackWith(NAME, 'other', 'unpacked');
    expect(existsSync(join(directory, 'unpacked', 'other'))).toBe(true);
  });

  it.each([
    ['a size below nothing', SIZE, '-0000001000'],
    ['no size', SIZE, 'none'],
    ['a name that leads out of the folder', NAME, '../out'],
  ])('threat: a made-up archive with %s — is refused', async (_what, field, value) => {
    await expect(unpackWith(field, value, `refused-${value.replaceAll(/\W/g, '')}`)).rejects.toThrow(
      'the archive holds what is no plain file',
    );
    expect(existsSync(join(directory, 'out'))).toBe(false);
  });
});
