import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LICENCE_FILE } from '../supply-chain/licence-texts';
import { readLock, shippedPackages } from '../supply-chain/shipped-packages';

type Trace = (
  files: string[],
  options: { base: string; ignore: (path: string) => boolean },
) => Promise<{ fileList: Set<string> }>;

const require = createRequire(import.meta.url);
const { resolve } = require;

/** Turbopack marks packages that it has not bundled: `.x` requires one, `.y` imports one. */
const EXTERNAL = /\.[xy]\("([^"]+)"/g;

/** The project's own: npm installs native code for its machine, and a suite has its own test runner. */
const OF_THE_PROJECT = /^node_modules\/(@node-rs|@playwright|playwright|playwright-core)\//;

/** Scales images, which nothing here does on demand. */
const SHARP = /^node_modules\/(sharp|@img)\//;

/** Files that are read by their names, which no trace sees: see `printLetter`. */
const FONTS = ['400Regular/NotoSans_400Regular.ttf', '600SemiBold/NotoSans_600SemiBold.ttf'].map(
  (file) => `node_modules/@expo-google-fonts/noto-sans/${file}`,
);

/** Of fonts, for a build. */
const METRICS = 'capsize-font-metrics.json';

/** Of Next.js, what builds and develops: its server names some of it, and loads none. */
const NOT_SERVED = new RegExp(
  `^node_modules/next/dist/(?:${[
    'docs|lib/upgrade|next-devtools|server/mcp|cli/(?!next-test)',
    'build/(?:analysis|babel|jest|swc|turbopack|webpack|index)',
    'compiled/(?:webpack|babel|next-devtools|edge-runtime|@mswjs|@modelcontextprotocol)',
  ].join('|')})|\\.(?:dev|development)\\.js$`,
);

/**
 * The files below `node_modules` that the built site and its programs load: what a trace of `import` and `require` reaches, and
 * what Next.js has listed for its pages.
 * @returns paths from the root
 */
export async function traceDependencies(root: string): Promise<string[]> {
  const listed = new Set(listedByNext(root));
  const { nodeFileTrace } = require('next/dist/compiled/@vercel/nft') as {
    nodeFileTrace: Trace;
  };
  const files = [
    ...programs(root),
    ...externals(root),
    join(root, 'node_modules', 'next', 'dist', 'server', 'next.js'),
  ];
  const isLeftOut = (path: string) =>
    OF_THE_PROJECT.test(path) || SHARP.test(path) || (NOT_SERVED.test(path) && !listed.has(path));
  const { fileList } = await nodeFileTrace(files, { base: root, ignore: isLeftOut });
  const reached = [...fileList].filter((path) => path.startsWith('node_modules/'));
  return [...new Set([...listed, ...reached, ...FONTS, ...compilerNames(root)])].sort();
}

/** Reading the configuration of Next.js resolves its compiler by these names; nothing of it is loaded. */
function compilerNames(root: string): string[] {
  const code = readFileSync(join(root, 'node_modules', 'next', 'dist', 'server', 'config-utils.js'), 'utf8');
  return [...code.matchAll(/'(next\/dist\/compiled\/[^']+)'/g)].map(([, name = '']) => relative(root, resolve(name)));
}

function listedByNext(root: string): string[] {
  const { files } = JSON.parse(readFileSync(join(root, '.next', 'next-server.js.nft.json'), 'utf8')) as {
    files: string[];
  };
  return files
    .map((path) => normalize(join('.next', path)))
    .filter((path) => path.startsWith('node_modules/') && !SHARP.test(path) && !path.endsWith(METRICS));
}

function programs(root: string): string[] {
  const folder = join(root, '.next', 'programs');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.filter((file) => file.endsWith('.mjs')).map((file) => join(folder, file));
}

/** Where what the built pages load from packages lies. @throws Error when nothing is found, as after a change of Turbopack's output */
function externals(root: string): string[] {
  const folder = join(root, '.next', 'server');
  const names = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.js')) continue;
    for (const [, name = ''] of readFileSync(join(folder, file), 'utf8').matchAll(EXTERNAL)) names.add(name);
  }
  const packages = [...names].filter((name) => !isBuiltin(name));
  if (packages.length === 0) throw new Error('The built pages name no packages: look how Turbopack writes them now.');
  return packages.flatMap((name) => [
    createRequire(import.meta.url).resolve(name),
    fileURLToPath(import.meta.resolve(name)),
  ]);
}

/**
 * The manifest and the licences of each package that the site is made of, loaded or bundled: of the folders of these files,
 * and of all packages that the lock file has for production.
 */
export function findLicences(root: string, files: readonly string[]): string[] {
  const folders = new Set(productionPackages(root));
  for (const file of files)
    for (let folder = dirname(file); folder !== 'node_modules'; folder = dirname(folder)) folders.add(folder);
  return [...folders].flatMap((folder) => {
    const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
    return names.filter((name) => LICENCE_FILE.test(name) || name === 'package.json').map((name) => join(folder, name));
  });
}

/** Without native code, which npm installs with its licence beside it for each machine. */
function productionPackages(root: string): string[] {
  return shippedPackages(readLock(root)).flatMap(({ path, isOptional }) => (isOptional ? [] : [path]));
}
