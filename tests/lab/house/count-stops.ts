import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { percentile } from '../../support/percentile';

/** Where the ideas of each kind are listed, and how one is written where it stands. */
const IDEAS = {
  'an audit event': {
    listed: /(?:^|\/)audit\/events\/[a-z-]+\.ts$/,
    each: /^ {4}type: '([a-z-]+)',$/gm,
    written: quoted,
  },
  'a mail': {
    listed: /messaging\/(?:mail-content|mail-kinds\/[a-z-]+)\.ts$/,
    each: /kind: '([a-z-]+)'|^ {2}'([a-z-]+)': define/gm,
    written: quoted,
  },
  'a setting': {
    listed: /^\.env\.example$/,
    each: /\b((?:TESSERA|ONESPAN)_[A-Z_]+)=/g,
    written: (name: string) => name,
  },
} as const;

export type Stops = { ideas: number; product: number; all: number };

/** How many files name an idea: medians of the product's files, and of all files. */
export function countStops(folder: string): Record<keyof typeof IDEAS, Stops> {
  const paths = execFileSync('git', ['ls-files', '-z'], { cwd: folder, encoding: 'utf8' }).split('\0');
  const texts = paths
    .filter((path) => /\.(?:tsx?|md|json|prisma|example)$/.test(path) && !/^package-lock|CHANGELOG\.md$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const count = ({ listed, each, written }: (typeof IDEAS)[keyof typeof IDEAS]): Stops => {
    const lists = texts.filter(({ path }) => listed.test(path));
    const names = new Set(
      lists.flatMap(({ text }) => Array.from(text.matchAll(each), (found) => found.slice(1).find(Boolean) ?? '')),
    );
    const stops = Array.from(names, (name) => texts.filter(({ text }) => text.includes(written(name))));
    const median = (isCounted: (path: string) => boolean) =>
      percentile(
        stops.map((files) => files.filter(({ path }) => isCounted(path)).length),
        0.5,
      );
    return {
      ideas: names.size,
      product: median((path) => /^(?:lib|app|components)\//.test(path)),
      all: median(() => true),
    };
  };
  return {
    'an audit event': count(IDEAS['an audit event']),
    'a mail': count(IDEAS['a mail']),
    'a setting': count(IDEAS['a setting']),
  };
}

function quoted(name: string): string {
  return `'${name}'`;
}
