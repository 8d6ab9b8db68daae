import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

type Table = {
  settings: { 'boundaries/elements': { type: string; pattern: string | string[] }[] };
  overrides: { files: string[]; rules: Record<string, unknown> }[];
};

const TABLE = JSON.parse(readFileSync(join(repository, '.oxlintrc.json'), 'utf8')) as Table;
const ROOMS = TABLE.settings['boundaries/elements'].filter(
  ({ type }) => !type.startsWith('generated') && type !== 'tests',
);

/** Adapters, drivers and pages: the rooms that may use libraries. Any other room, a new one too, is refused them. */
const MAY_USE_LIBRARIES = new Set([
  'gateway-embedded',
  'gateway-onespan-server',
  'gateway-onespan-cloud',
  'gateway-relay',
  'gateway-transport',
  'image-renderers',
  'mail',
  'webhooks',
  'database',
  'identity-provider',
  'observability',
  'config',
  'composition',
  'http',
  'siem',
  'jobs',
  'server',
  'web',
  'api',
  'api-client',
  'cli',
  'demo',
  'doctor',
  'app',
  'ui',
  'phone-ui',
  'components',
  'kit',
  'kit-door',
  'kit-faults',
  'kit-gateways',
  'kit-conformance',
]);

/** Files that use the platform, and what each file is refused for. */
const LIBRARIES = [
  ['uses-node', `import { readFileSync } from 'node:fs';\n\nexport const text = readFileSync('a', 'utf8');\n`],
  ['uses-zod', `import { z } from 'zod';\n\nexport const schema = z.string();\n`],
  ['uses-fetch', `export const answer = fetch('https://example.org');\n`],
] as const;

/** Where nobody may leave a promise to itself: pages, and what they are made of. */
const FORGETFUL = ['app', 'components/site/forms', 'components/phone', 'components/ui'];

/** Rooms without libraries, and folders beside those of their adapters. The phone app calls gateways by `fetch`. */
const PLAIN = [
  ...ROOMS.filter(({ type }) => !MAY_USE_LIBRARIES.has(type)).flatMap(({ pattern }) => pattern),
  'lib/messaging/notices',
  'lib/wire/image/reading',
].flatMap((room) =>
  LIBRARIES.filter(([name]) => room !== 'lib/phone' || name !== 'uses-fetch').map(([name]) => [room, name] as const),
);

const TYPE = 'export type Thing = { name: string };\n';
const USE = (from: string) =>
  `import type { Thing } from '@/${from}/thing';\n\nexport const thing: Thing = { name: 'a' };\n`;

const UP = [
  ['the audit log', 'lib/audit', 'the helpdesk', 'lib/helpdesk/desk'],
  ['accounts', 'lib/accounts', 'activations', 'lib/activation'],
  ['the core', 'lib/activation', 'the database', 'lib/database'],
  ['the phone', 'lib/phone', 'the server', 'lib/server/http'],
  ['shared pieces', 'lib/shared', 'accounts', 'lib/accounts'],
  ['components', 'components/site/forms', 'pages', 'app'],
  ['one gateway', 'lib/gateways/onespan-cloud', 'another', 'lib/gateways/onespan-server'],
] as const;

describe('the rules of the rooms', () => {
  let said: string[];

  beforeAll(async () => {
    const files: Record<string, string> = {
      'lib/zzz/stray.ts': TYPE,
      'components/zzz/stray.ts': USE('lib/helpdesk/invitations'),
      'components/stray.ts': USE('lib/helpdesk/invitations'),
      'lib/helpdesk/invitations/thing.ts': TYPE,
      'lib/wire/crypto/thing.ts': TYPE,
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
    for (const [room, name] of PLAIN) files[`${room}/${name}.ts`] = libraries.get(name) ?? '';
    for (const [, from, , to] of UP) {
      files[`${to}/thing.ts`] = TYPE;
      files[`${from}/uses-${to.replaceAll('/', '-')}.ts`] = USE(to);
    }
    said = (await lint(files)).split('\n');
  });

  const about = (path: string) => said.filter((line) => line.includes(`${path}:`)).join('\n');

  it('a room may use what lies below it', () => {
    expect(about('lib/gateways/embedded/engine/uses-crypto.ts')).toBe('');
  });

  it.each(['lib/zzz/stray.ts', 'components/zzz/stray.ts', 'components/stray.ts'])(
    'the rules refuse %s, a file in a folder without a rule, so that no new room has rights by default',
    (path) => {
      expect(about(path)).toContain('does not belong to any known element');
    },
  );

  it.each(PLAIN)('the rules refuse %s the platform and its libraries (%s)', (room, name) => {
    expect(about(`${room}/${name}.ts`)).toMatch(/import is restricted|Unexpected use of 'fetch'/);
  });

  it.each(UP)('the rules refuse an arrow up from %s (%s) to %s (%s), for types too', (_from, from, _to, to) => {
    expect(about(`${from}/uses-${to.replaceAll('/', '-')}.ts`)).toContain('no policy allowing dependencies');
  });

  it('each room has one table, which stands below that of the room around it, because the last one counts', () => {
    const rooms = ROOMS.flatMap(({ pattern }) => pattern).map((pattern) => `${pattern}/`);
    const tables = TABLE.overrides
      .filter(({ rules }) => Array.isArray(rules['boundaries/dependencies']))
      .flatMap(({ files }) => files.map((glob) => glob.replace('**', '')));
    expect(tables.toSorted()).toEqual(rooms.toSorted());
    const above = tables.filter((room, index) => tables.slice(0, index).some((earlier) => earlier.startsWith(room)));
    expect(above).toEqual([]);
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
