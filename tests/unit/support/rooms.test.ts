import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FLOORS, judgeImport, ONLY, placeOf, USERS } from '../../lint/floors.js';
import { repository } from '../../support/repository';

const run = promisify(execFile);
let house = '';

afterAll(async () => rm(house, { recursive: true, force: true }));

/** Lints files as if they stood in this repository. @param files path → source @returns what the linter says */
async function lint(files: Record<string, string>): Promise<string> {
  house = await mkdtemp(join(tmpdir(), 'tessera-rooms-'));
  await symlink(join(repository, 'node_modules'), join(house, 'node_modules'));
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json'])
    await copyFile(join(repository, name), join(house, name));
  await cp(join(repository, 'tests', 'lint'), join(house, 'tests', 'lint'), { recursive: true });
  for (const [path, source] of Object.entries(files)) {
    await mkdir(dirname(join(house, path)), { recursive: true });
    await writeFile(join(house, path), source);
  }
  const program = join(repository, 'node_modules', 'oxlint', 'bin', 'oxlint');
  return run(
    process.execPath,
    [program, '--type-aware', '--deny-warnings', '--format', 'unix', 'lib', 'components', 'app'],
    {
      cwd: house,
    },
  ).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  );
}

/** Without what `npm run db:generate` makes, which nobody lints. */
const PLACES = FLOORS.flat(3).filter((place) => !place.startsWith('lib/generated'));
/** @param place a folder, or the files of one alone @returns the path of a file in it */
const fileOf = (place: string, name: string) => `${place.replace(/\/\*$/, '')}/${name}.ts`;

/** Adapters, drivers and pages: the places that may use libraries. Any other place, a new one too, is refused them. */
const MAY_USE_LIBRARIES =
  /^(?:app|components\/.*|lib\/(?:config|database|server\/.*|kit|kit\/.*|cli|cli\/.*|generated.*|accounts\/identity-provider|audit\/siem|messaging\/(?:mail|webhooks)|wire\/image\/renderers|gateways\/(?:embedded|onespan-server|onespan-cloud|relay|transport)))$/;

/** Files that use the platform, and what each file is refused for. */
const LIBRARIES = [
  ['uses-node', `import { readFileSync } from 'node:fs';\n\nexport const text = readFileSync('a', 'utf8');\n`],
  ['uses-zod', `import { z } from 'zod';\n\nexport const schema = z.string();\n`],
  ['uses-fetch', `export const answer = fetch('https://example.org');\n`],
] as const;

/** Where nobody may leave a promise to itself: pages, and what they are made of. */
const FORGETFUL = ['app', 'components/site/forms', 'components/phone', 'components/ui'];

/** Places without libraries, and folders beside those of their adapters. The phone app calls gateways by `fetch`. */
const PLAIN = [
  ...PLACES.filter((place) => !MAY_USE_LIBRARIES.test(place)),
  'lib/messaging/notices',
  'lib/wire/image/reading',
].flatMap((place) =>
  LIBRARIES.filter(([name]) => place !== 'lib/phone' || name !== 'uses-fetch').map(([name]) => [place, name] as const),
);

const named = (place: string) => place.replaceAll(/\W+/g, '-');
const TYPE = 'export type Thing = { name: string };\n';
const USE = (from: string) =>
  `import type { Thing } from '@/${fileOf(from, 'thing').slice(0, -3)}';\n\nexport const thing: Thing = { name: 'a' };\n`;

/** Every place with one that its files may not import: of its own floor, of the floor above, or of the room's neighbour. */
const UP = PLACES.flatMap((from) =>
  PLACES.filter((to) => to !== from && judgeImport(fileOf(from, 'a'), fileOf(to, 'thing')) !== null)
    .filter((to) => to.split('/')[1] === from.split('/')[1] || to === 'app' || to === 'lib/database')
    .map((to) => [from, to] as const),
);

/** A folder of no place, beside each. */
const STRAYS = [
  ...new Set(
    PLACES.map((place) => `${dirname(place)}/zzz/stray.ts`).filter(
      (path) => /^(?:lib|components)/.test(path) && !placeOf(path),
    ),
  ),
];

describe('the rules of the rooms', () => {
  let said: string[];

  beforeAll(async () => {
    const files: Record<string, string> = {
      ...Object.fromEntries(PLACES.map((place) => [fileOf(place, 'thing'), TYPE])),
      ...Object.fromEntries([...STRAYS, 'components/stray.ts', 'lib/helpdesk/stray.ts'].map((path) => [path, TYPE])),
      'lib/gateways/embedded/engine/uses-crypto.ts': USE('lib/wire/crypto'),
      'lib/shared/names/index.ts': `export const names = { signIn: 'Sign in' };\n`,
      'components/site/forms/uses-names.ts': `import { names } from '@/lib/shared/names';\n\nexport const title = names.signIn;\n`,
      'lib/activation/statistics/left.ts': `import type { Right } from './right';\n\nexport type Left = { right: Right | null };\n`,
      'lib/activation/statistics/right.ts': `import type { Left } from './left';\n\nexport type Right = { left: Left | null };\n`,
    };
    for (const folder of FORGETFUL)
      files[`${folder}/forgets.ts`] = 'export function press(save: () => Promise<void>): void {\n  void save();\n}\n';
    files['components/site/forms/performs.ts'] =
      `import { perform } from '@/components/site/feedback/perform';\n\nexport function press(save: () => Promise<void>): void {\n  perform(save());\n}\n`;
    files['components/site/feedback/perform.ts'] =
      'export function perform(work: Promise<unknown>): void {\n  work.catch(() => undefined);\n}\n';
    const libraries = new Map<string, string>(LIBRARIES);
    for (const [place, name] of PLAIN) files[fileOf(place, name)] = libraries.get(name) ?? '';
    for (const [from, to] of UP) files[fileOf(from, `uses-${named(to)}`)] = USE(to);
    said = (await lint(files)).split('\n');
  });

  const about = (path: string) => said.filter((line) => line.includes(`${path}:`)).join('\n');

  it('a room may use what lies below it', () => {
    expect(about('lib/gateways/embedded/engine/uses-crypto.ts')).toBe('');
  });

  it.each([...STRAYS, 'components/stray.ts', 'lib/helpdesk/stray.ts'])(
    'the rules refuse %s, a file outside every place, so that no new folder has rights by default',
    (path) => {
      expect(about(path)).toContain('A file outside every place');
    },
  );

  it.each(PLAIN)('the rules refuse %s the platform and its libraries (%s)', (place, name) => {
    expect(about(fileOf(place, name))).toMatch(/import is restricted|Unexpected use of 'fetch'/);
  });

  it.each(UP)('the rules refuse an arrow from %s to %s, for types too', (from, to) => {
    expect(about(fileOf(from, `uses-${named(to)}`))).toContain('Nobody imports upwards');
  });

  it('the list has each place once, its rooms on eleven floors, and nothing that is no place', () => {
    expect(FLOORS).toHaveLength(11);
    expect(new Set(PLACES).size).toBe(PLACES.length);
    for (const [place, others] of [...Object.entries(USERS), ...Object.entries(ONLY)])
      for (const name of [place, ...others])
        expect(FLOORS.flat(3).some((one) => one === name || one.startsWith(`${name}/`))).toBe(true);
    expect(PLACES.filter((place) => !existsSync(join(repository, place.replace(/\/\*$/, ''))))).toEqual([]);
  });

  it('the rules refuse the index of names in browser code, which would load every screen’s', () => {
    expect(about('components/site/forms/uses-names.ts')).toContain('import is restricted');
  });

  it.each(FORGETFUL)('the rules refuse a promise in %s that is neither awaited nor performed', (folder) => {
    expect(about(`${folder}/forgets.ts`)).toContain('no-floating-promises');
  });

  it('the rules take a promise that is performed', () => {
    expect(about('components/site/forms/performs.ts')).toBe('');
  });

  it('the rules refuse a circle of two files, for types too', () => {
    expect(about('lib/activation/statistics/left.ts')).toContain('cycle');
  });
});
