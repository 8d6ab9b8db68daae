/**
 * Writes the types of what the package exports, after a build: declarations alone, of the files that they need and no
 * others, with the endings that a project without a bundler asks for.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const FOLDER = resolve('.next', 'programs', 'kit', 'types');
const ENTRIES = ['kit/playwright/index.d.ts', 'kit/phone/index.d.ts', 'api/client/client.d.ts'].map((file) =>
  join(FOLDER, 'lib', file),
);

const IMPORT = /((?:from|import)\s*\(?\s*['"])(\.{1,2}\/[^'"]+)(['"])/g;

rmSync(FOLDER, { recursive: true, force: true });
const compiler = join('node_modules', 'typescript', 'bin', 'tsc');
execFileSync(process.execPath, [compiler, '--project', join('lib', 'kit')], { stdio: 'inherit' });

const needed = new Set<string>();
for (const entry of ENTRIES) follow(entry);
for (const path of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
  const file = join(FOLDER, path);
  if (path.endsWith('.ts') && !needed.has(file)) rmSync(file);
}

function follow(file: string): void {
  if (needed.has(file)) return;
  needed.add(file);
  const text = readFileSync(file, 'utf8');
  const ended = text.replaceAll(IMPORT, (_, before: string, specifier: string, after: string) => {
    const target = targetOf(resolve(dirname(file), specifier));
    follow(target.file);
    return `${before}${specifier}${target.ending}${after}`;
  });
  if (ended !== text) writeFileSync(file, ended);
}

function targetOf(path: string): { file: string; ending: string } {
  if (path.endsWith('.mjs')) return { file: path.replace(/\.mjs$/, '.d.mts'), ending: '' };
  if (existsSync(`${path}.d.ts`)) return { file: `${path}.d.ts`, ending: '.js' };
  return { file: join(path, 'index.d.ts'), ending: '/index.js' };
}
