import { createHash } from 'node:crypto';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

/** In bytes. Below it a chunk costs little more than the line that would take its place. */
const WORTH_SHARING = 16_384;

const load = createRequire(import.meta.url);

/**
 * The bundler writes the modules that routes have in common once for each route, in another order. Of the chunks with the same
 * modules one stays, which the others load.
 * @param folder of a built server's chunks
 */
export function shareChunks(folder: string): void {
  const firsts = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const file = join(folder, name);
    if (!name.endsWith('.js') || !statSync(file).isFile() || statSync(file).size < WORTH_SHARING) continue;
    const modules = modulesOf(load(file));
    if (modules === null) continue;
    const hash = createHash('sha256').update(modules.join('\n')).digest('hex');
    const first = firsts.get(hash);
    if (first === undefined) firsts.set(hash, file);
    else writeFileSync(file, `module.exports=require(${JSON.stringify(pathBetween(file, first))});\n`);
  }
}

/** @param chunk identifiers of a module, then the function that makes it, and so on @returns null for what is no chunk */
function modulesOf(chunk: unknown): string[] | null {
  if (!Array.isArray(chunk)) return null;
  const modules: string[] = [];
  let ids: unknown[] = [];
  for (const part of chunk as unknown[]) {
    if (typeof part !== 'function') {
      ids.push(part);
      continue;
    }
    modules.push(`${JSON.stringify(ids)} ${String(part)}`);
    ids = [];
  }
  return ids.length === 0 ? modules.toSorted() : null;
}

function pathBetween(from: string, to: string): string {
  const path = relative(dirname(from), to).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}
