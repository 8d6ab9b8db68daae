import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { DAY, SECOND } from '../../shared/time/duration';
import { weightedValues } from '../../shared/weighted-values';
import type { Answerer } from './exchange';

/** Nothing else is answered below. */
const NEXT = '/_next/';
const ADDRESS = `${NEXT}static/`;

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
};

/** Not worth compressing. */
const OTHER_TYPES: Record<string, string> = { '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

/** As small as a refusal: a made-up name would otherwise cost the page that says so to people. */
const MISSING = Buffer.from('There is nothing here.\n');

/** Best first. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/** A name has the hash of its contents in it. */
const FOREVER = `public, max-age=${(365 * DAY) / SECOND}, immutable`;

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/** Quality 11 takes three times as long for 2 % less. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

/**
 * Compresses each script and style sheet with Brotli and gzip, so that no request has to.
 * @param folder served below `/_next/static/`
 */
export async function compressBuiltFiles(folder: string): Promise<void> {
  const compressed = listBuiltFiles(folder, TYPES).map(async (name) => {
    const path = join(folder, name);
    const whole = readFileSync(path);
    writeFileSync(`${path}.br`, await compressBrotli(whole, BROTLI));
    writeFileSync(`${path}.gz`, await compressGzip(whole, { level: constants.Z_BEST_COMPRESSION }));
  });
  await Promise.all(compressed);
}

/**
 * Serves the scripts and style sheets of the build, from memory and compressed at the build, which takes a tenth of the
 * time that Next.js takes to compress them for each request. A file is read on its first request. What is not there is
 * answered as text.
 * @param folder served below `/_next/static/`
 */
export function builtFilesAnswerer(folder: string): Answerer {
  const files = new Map(
    listBuiltFiles(folder, { ...TYPES, ...OTHER_TYPES }).map((name) => {
      const file = join(folder, name);
      const encodings = ENCODINGS.filter(({ ending }) => existsSync(file + ending));
      return [
        `${ADDRESS}${name.replaceAll('\\', '/')}`,
        { file, type: TYPES[extname(name)] ?? OTHER_TYPES[extname(name)], encodings },
      ];
    }),
  );
  const read = new Map<string, Buffer>();

  function readOnce(path: string): Buffer {
    const bytes = read.get(path) ?? readFileSync(path);
    read.set(path, bytes);
    return bytes;
  }

  return ({ request: { method, headers }, response, path }) => {
    const builtFile = files.get(path);
    if (!path.startsWith(NEXT)) return null;
    const isRead = method === 'GET' || method === 'HEAD';
    if (!builtFile || !isRead) {
      response.writeHead(404, {
        'content-type': 'text/plain; charset=utf-8',
        'content-length': MISSING.length,
        'cache-control': 'no-store',
      });
      response.end(method === 'HEAD' ? undefined : MISSING);
      return Promise.resolve();
    }
    const { file, type, encodings } = builtFile;
    const accepted = weightedValues([headers['accept-encoding'] ?? ''].flat().join());
    const encoding = encodings.find(({ name }) => accepted.some(({ value, weight }) => value === name && weight !== 0));
    const body = readOnce(encoding ? file + encoding.ending : file);
    response.writeHead(200, {
      'content-type': type,
      'content-length': body.length,
      ...(encoding && { 'content-encoding': encoding.name }),
      'cache-control': FOREVER,
      vary: 'accept-encoding',
    });
    response.end(method === 'HEAD' ? undefined : body);
    return Promise.resolve();
  };
}

/** @returns paths below the folder */
function listBuiltFiles(folder: string, types: Record<string, string>): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => extname(name) in types);
}
