import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShippedPackage } from './shipped-packages';

/** Where the build leaves the page of licences. */
export const LICENCES = join('.next', 'third-party-licences.txt');

/** Files of a package that say on which terms it may be passed on. */
export const LICENCE_FILE = /^(licen[cs]e|copying|notice|copyright|ofl)/i;

const RULE = '='.repeat(80);

const HEAD = `Tessera is made of the packages below, each under the licence that is named beside it. Their texts follow,
each once, after the names of the packages that bring it.

A package marked * is not on every machine: npm installs it where it fits, as native code does, and its text with it.
A package marked + brings no text: its manifest names the licence.`;

/**
 * The licences of all packages that the site is made of, on one page.
 * @param root where they are installed
 */
export function licenceTexts(root: string, packages: readonly ShippedPackage[]): string {
  const owners = new Map<string, string[]>();
  const list: string[] = [];
  for (const one of packages) {
    const label = `${one.name} ${one.version}`;
    const texts = one.isOptional ? [] : textsOf(root, one);
    for (const { place, text } of texts) owners.set(text, [...(owners.get(text) ?? []), `${label}${place}`]);
    const mark = one.isOptional ? ' *' : texts.length === 0 ? ' +' : '';
    list.push(`${label}${mark}: ${one.licence}`);
  }
  const sections = [...owners].map(([text, names]) => `${RULE}\n${names.join('\n')}\n\n${text}\n`);
  return [HEAD, '', ...list, '', ...sections].join('\n');
}

/** @property place of the text in the package, where it is that of something that the package has bundled */
function textsOf(root: string, { path }: ShippedPackage): { place: string; text: string }[] {
  const bundled = join(path, 'dist', 'compiled');
  const inside = existsSync(join(root, bundled)) ? readdirSync(join(root, bundled)).toSorted() : [];
  return ['', ...inside.map((name) => join('dist', 'compiled', name))].flatMap((folder) => {
    const place = folder === '' ? '' : ` (${folder.replaceAll('\\', '/')})`;
    return licenceFiles(join(root, path, folder)).map((file) => ({
      place,
      text: readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim(),
    }));
  });
}

function licenceFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name));
  return files.map(({ name }) => join(folder, name)).toSorted();
}
