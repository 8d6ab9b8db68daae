import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A package that the site is made of: loaded when it runs, or bundled into what browsers and the server load. */
export type ShippedPackage = {
  /** Where npm installs it, from the root: `node_modules/pg`. */
  path: string;
  name: string;
  version: string;
  /** An SPDX expression. */
  licence: string;
  /** Of its archive in npm's registry, as in Subresource Integrity. */
  integrity: string;
  /** Whether npm installs it on some machines alone, as native code is. */
  isOptional: boolean;
  /** Paths of what it depends on. */
  needs: string[];
};

type Entry = {
  name?: string;
  version?: string;
  license?: string;
  integrity?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
};

/** What npm installs by `package-lock.json`, by its place. The root has the empty one. */
export type Lock = { packages: Record<string, Entry> };

/** Packages whose manifest says nothing of a licence, and what the file of the licence in them is. */
const UNSAID: Readonly<Record<string, string>> = { 'png-js@2.0.0': 'MIT' };

export function readLock(root: string): Lock {
  return JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
}

/**
 * Whatever the dependencies of the root lead to, by the lock file alone: the same on every machine.
 * @returns by their paths
 * @throws Error when the lock file lacks something, as after a change by hand
 */
export function shippedPackages({ packages }: Lock): ShippedPackage[] {
  const required = new Set<string>();
  follow(packages, required, requiredOf);
  const all = new Set(required);
  for (const path of required) follow(packages, all, namesOf, path);
  return [...all]
    .filter((path) => path !== '')
    .toSorted()
    .map((path) => describe(packages, path, !required.has(path)));
}

/** Adds a package and all that it leads to. */
function follow(packages: Lock['packages'], found: Set<string>, namesIn: (entry: Entry) => string[], start = ''): void {
  const open = [start];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    found.add(path);
    for (const next of placesOf(packages, path, namesIn)) if (!found.has(next)) open.push(next);
  }
}

function describe(packages: Lock['packages'], path: string, isOptional: boolean): ShippedPackage {
  const entry = packages[path] ?? {};
  const name = entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const { version, integrity } = entry;
  const licence = entry.license ?? UNSAID[`${name}@${version}`];
  if (version === undefined || integrity === undefined || licence === undefined)
    throw new Error(`the lock file does not say version, integrity or licence of ${path}`);
  return { path, name, version, licence, integrity, isOptional, needs: placesOf(packages, path, namesOf) };
}

function placesOf(packages: Lock['packages'], path: string, namesIn: (entry: Entry) => string[]): string[] {
  return namesIn(packages[path] ?? {}).map((name) => placeOf(packages, path, name));
}

/** Where Node.js finds a package: the nearest `node_modules` that has it. */
function placeOf(packages: Lock['packages'], from: string, name: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder === '.' ? '' : folder, 'node_modules', name).replaceAll('\\', '/');
    if (place in packages) return place;
    if (folder === '' || folder === '.') throw new Error(`the lock file has no ${name} for ${from}`);
  }
}

function requiredOf({ dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta }: Entry): string[] {
  const own = Object.keys(dependencies ?? {}).filter((name) => !(name in (optionalDependencies ?? {})));
  const peers = Object.keys(peerDependencies ?? {}).filter((name) => peerDependenciesMeta?.[name]?.optional !== true);
  return [...new Set([...own, ...peers])];
}

function namesOf(entry: Entry): string[] {
  return [...new Set([...requiredOf(entry), ...Object.keys(entry.optionalDependencies ?? {})])].toSorted();
}
