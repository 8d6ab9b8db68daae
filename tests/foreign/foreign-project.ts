import { createHash } from 'node:crypto';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../support/repository';

type Packages = Record<string, LockedPackage>;
type LockedPackage = {
  version?: string;
  resolved?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
};

/** What the project wants beside the tarball: the test runner, and what checks its types. */
const BESIDE = ['@playwright/test', '@types/node', 'typescript'];

/**
 * Writes a project that depends on the tarball alone, and locks it to the versions of this repository, so that npm installs
 * it from what `npm ci` has left in its cache.
 * @param folder exists and holds the tarball
 */
export function writeForeignProject(folder: string, tarball: string): void {
  cpSync(join(repository, 'tests', 'foreign', 'project'), folder, { recursive: true });
  writeFileSync(join(folder, 'readme.spec.ts'), readmeExample());
  const manifest = readJson(join(folder, 'package.json')) as object;
  const { packages } = readJson(join(repository, 'package-lock.json')) as { packages: Packages };
  const tessera = readJson(join(repository, 'package.json')) as LockedPackage;
  const versions = BESIDE.map((name) => [name, packages[`node_modules/${name}`]?.version] as const);
  const dependencies = Object.fromEntries([['@tessera-auth/kit', `file:${tarball}`], ...versions]);
  const { version, dependencies: wanted, peerDependencies, peerDependenciesMeta } = tessera;
  const integrity = `sha512-${createHash('sha512')
    .update(readFileSync(join(folder, tarball)))
    .digest('base64')}`;
  const own = {
    version,
    resolved: `file:${tarball}`,
    integrity,
    dependencies: wanted,
    peerDependencies,
    peerDependenciesMeta,
  };
  const roots = [...BESIDE, ...Object.keys(wanted ?? {})];
  const locked = {
    '': { ...manifest, dependencies },
    'node_modules/@tessera-auth/kit': own,
    ...reachable(packages, roots),
  };
  writeJson(join(folder, 'package.json'), { ...manifest, dependencies });
  writeJson(join(folder, 'package-lock.json'), { lockfileVersion: 3, requires: true, packages: locked });
}

/** The ten lines that the kit's README promises, which are run with the rest. */
function readmeExample(): string {
  const readme = readFileSync(join(repository, 'lib', 'kit', 'README.md'), 'utf8');
  const [, example] = /```ts\n(.*?)```/s.exec(readme) ?? [];
  if (example === undefined) throw new Error('the README of the kit has no example');
  return example;
}

/** What npm has hoisted or nested for these packages, as the repository's own lock file has it. */
function reachable(packages: Packages, roots: readonly string[]): Packages {
  const found: Packages = {};
  const visit = (name: string, from: string): void => {
    const path = placeOf(packages, name, from);
    if (path === null || found[path]) return;
    const locked = packages[path] ?? {};
    found[path] = { ...locked, dev: undefined, devOptional: undefined } as LockedPackage;
    const { dependencies, optionalDependencies, peerDependencies } = locked;
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      visit(next, path);
  };
  for (const root of roots) visit(root, '');
  return found;
}

/** Where Node.js finds a package from another: below it, or beside one of those above it. */
function placeOf(packages: Packages, name: string, from: string): string | null {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[path]) return path;
    if (folder === '') return null;
  }
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
