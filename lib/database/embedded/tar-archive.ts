import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';

/*
 * Compressed tar archives (POSIX ustar) of a folder of plain files, streamed: the memory that they take does not grow with the
 * files. Reads also those of `PGlite.dumpDataDir`, which earlier backups hold.
 */

const BLOCK = 512;

/** A file's name, without a prefix (IEEE Std 1003.1, pax, "ustar Interchange Format"). */
const LONGEST_NAME = 100;

const [FILE, FOLDER] = ['0', '5'];

/** @param archive must not exist @returns the archive's SHA-256 in hexadecimal */
export async function packFolder(folder: string, archive: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(
    Readable.from(entriesOf(folder), { objectMode: false }),
    createGzip(),
    async function* (compressed: AsyncIterable<Buffer>) {
      for await (const piece of compressed) {
        hash.update(piece);
        yield piece;
      }
    },
    createWriteStream(archive, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return hash.digest('hex');
}

/** @param folder is created, and must not exist @throws RangeError for what is not an archive of plain files */
export async function unpackArchive(archive: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await pipeline(createReadStream(archive), createGunzip(), (source: AsyncIterable<Buffer>) => unpack(source, folder));
}

/** @returns the SHA-256 of a file in hexadecimal */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  return hash.digest('hex');
}

async function* entriesOf(folder: string): AsyncGenerator<Buffer> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const names = entries.map((entry) => ({ entry, path: join(entry.parentPath, entry.name) }));
  for (const { entry, path } of names.toSorted((one, other) => (one.path < other.path ? -1 : 1))) {
    const name = path.slice(folder.length);
    const { size, mtimeMs } = await stat(path);
    if (entry.isDirectory()) {
      yield headerOf(name, FOLDER, 0, mtimeMs);
    } else {
      yield headerOf(name, FILE, size, mtimeMs);
      if (size > 0) yield* createReadStream(path, { end: size - 1 }) as AsyncIterable<Buffer>;
      yield Buffer.alloc(paddingOf(size));
    }
  }
  yield Buffer.alloc(2 * BLOCK);
}

function headerOf(name: string, type: string, size: number, mtimeMs: number): Buffer {
  if (Buffer.byteLength(name) > LONGEST_NAME) throw new RangeError(`${name} is too long a name for an archive`);
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0);
  header.write(`${octal(type === FOLDER ? 0o700 : 0o600, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100);
  header.write(`${octal(size, 11)}\0${octal(Math.floor(mtimeMs / 1_000), 11)}\0`, 124);
  header.write(`        ${type}`, 148);
  header.write('ustar\u000000', 257);
  header.write(`${octal(sumOf(header), 6)}\0 `, 148);
  return header;
}

async function unpack(source: AsyncIterable<Buffer>, folder: string): Promise<void> {
  const input = new BlockReader(source);
  for (let header = await input.read(BLOCK); header.some((byte) => byte !== 0); header = await input.read(BLOCK)) {
    const sum = header.toString('latin1', 148, 156);
    header.fill(' ', 148, 156);
    if (Number.parseInt(sum, 8) !== sumOf(header)) throw new RangeError('the archive has a damaged header');
    const name = textAt(header, 0, LONGEST_NAME);
    const [size, type] = [Number.parseInt(textAt(header, 124, 12), 8), textAt(header, 156, 1)];
    const isPlain = (type === FILE || type === '' || type === FOLDER) && textAt(header, 345, 155) === '';
    if (!isPlain || name.split('/').includes('..') || !Number.isSafeInteger(size) || size < 0)
      throw new RangeError('the archive holds what is no plain file');
    const path = join(folder, name);
    if (type === FOLDER) {
      await mkdir(path, { recursive: true, mode: 0o700 });
    } else {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const file = await open(path, 'wx', 0o600);
      try {
        for await (const piece of input.pieces(size)) await file.writeFile(piece);
      } finally {
        await file.close();
      }
      await input.read(paddingOf(size));
    }
  }
  await input.drain();
}

/** Reads a stream by numbers of bytes. */
class BlockReader {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  async read(size: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.pieces(size)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async *pieces(size: number): AsyncGenerator<Buffer> {
    for (let missing = size; missing > 0;) {
      if (this.#rest.length === 0) {
        const next = await this.#source.next();
        if (next.done) throw new RangeError('the archive ends too early');
        this.#rest = next.value;
      }
      const piece = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(piece.length);
      missing -= piece.length;
      yield piece;
    }
  }

  async drain(): Promise<void> {
    while (!(await this.#source.next()).done);
  }
}

function paddingOf(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}

function sumOf(header: Buffer): number {
  return header.reduce((sum, byte) => sum + byte, 0);
}

function textAt(header: Buffer, start: number, length: number): string {
  const [text = ''] = header.toString('utf8', start, start + length).split('\0');
  return text;
}
