import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/*
 * Who may import whom: the rule `tessera/floors`, and the list that it reads. A place is a folder, and what lies below it
 * where no other place does; one that ends in `/*` is the files of the folder alone. A file may import what lies in its own
 * place or on a floor below it, for types too. A file of `lib`, `components` or `app` outside every place is a stray.
 */

/** The house from the ground up: rooms, each with the floors of its own places, the lowest first. */
export const FLOORS = [
  [
    [['lib/generated'], ['lib/generated/api']],
    [['lib/shared'], ['lib/shared/language', 'lib/shared/names']],
  ],
  [[['lib/wire/crypto', 'lib/wire/image'], ['lib/wire/image/renderers']], [['lib/config']]],
  [[['lib/phone']], [['lib/audit'], ['lib/audit/siem']]],
  [[['lib/accounts'], ['lib/accounts/identity-provider']]],
  [
    [
      ['lib/messaging'],
      ['lib/messaging/organisation', 'lib/messaging/mail', 'lib/messaging/webhooks'],
      ['lib/messaging/push'],
    ],
    [['lib/activation'], ['lib/activation/statistics']],
  ],
  [[['lib/devices']]],
  [
    [
      ['lib/helpdesk/approvals', 'lib/helpdesk/caller-check'],
      ['lib/helpdesk/invitations'],
      ['lib/helpdesk/safety'],
      ['lib/helpdesk/service-accounts'],
      ['lib/helpdesk/activation-links', 'lib/helpdesk/desk'],
      ['lib/helpdesk/administration'],
    ],
    [
      ['lib/gateways/embedded/engine', 'lib/gateways/transport', 'lib/gateways/phone-requests'],
      ['lib/gateways/embedded', 'lib/gateways/onespan-server', 'lib/gateways/onespan-cloud', 'lib/gateways/relay'],
    ],
  ],
  [[['components/ui'], ['components/site'], ['components/staff', 'components/phone']], [['lib/database']]],
  [
    [
      ['lib/server/observability'],
      ['lib/server/http'],
      ['lib/server/composition'],
      ['lib/server/jobs', 'lib/server/doctor', 'lib/server/demo'],
      ['lib/server/web'],
      ['lib/server/api'],
      ['lib/server/*'],
    ],
  ],
  [
    [['app']],
    [['lib/kit/api', 'lib/kit/faults', 'lib/kit/door'], ['lib/kit/gateways', 'lib/kit/conformance'], ['lib/kit']],
  ],
  [[['lib/cli/deployment'], ['lib/cli']]],
];

/** Places that none but these may import, though they lie below others: what reads settings, tables and vendors' services. */
export const USERS = {
  'lib/generated': ['lib/database', 'lib/kit/api'],
  'lib/config': [
    'lib/accounts/identity-provider',
    'lib/audit/siem',
    'lib/messaging/mail',
    'lib/messaging/webhooks',
    'lib/gateways',
    'lib/database',
    'lib/server',
    'lib/kit',
    'lib/cli',
  ],
  'lib/wire/image/renderers': ['lib/gateways/onespan-cloud', 'lib/server/composition', 'lib/kit/gateways'],
  'lib/phone': ['components/phone', 'lib/server/demo', 'lib/kit', 'lib/cli'],
  'lib/accounts/identity-provider': ['lib/server'],
  'lib/audit/siem': ['lib/server'],
  'lib/messaging/mail': ['lib/server'],
  'lib/messaging/webhooks': ['lib/messaging/push', 'lib/server'],
  'lib/messaging/push': ['lib/server'],
  'lib/gateways': ['lib/database', 'lib/server/composition', 'lib/server/doctor', 'lib/kit/gateways'],
  'lib/database': ['lib/server/composition', 'lib/server/doctor', 'lib/cli'],
  'lib/server/http': ['lib/server', 'lib/kit/gateways', 'lib/cli'],
  'lib/server/observability': ['lib/server', 'lib/cli'],
  'lib/server/jobs': ['lib/server'],
  'lib/server/doctor': ['lib/server', 'lib/cli'],
  'lib/server/demo': ['lib/server', 'lib/cli'],
  'lib/server/*': ['lib/cli'],
  'lib/helpdesk/administration': ['components/staff', 'lib/database', 'lib/server', 'lib/kit', 'lib/cli', 'app'],
  'components/phone': ['app'],
};

/** Places that import nothing but this: what runs in browsers, on phones or in tests of others, and what stands by itself. */
export const ONLY = {
  'lib/gateways/embedded/engine': ['lib/wire/crypto', 'lib/shared'],
  'lib/gateways/phone-requests': ['lib/activation', 'lib/accounts', 'lib/devices', 'lib/shared'],
  'lib/server/http': ['lib/server/observability', 'lib/config', 'lib/shared'],
  'lib/kit/api': ['lib/generated/api'],
  'lib/kit/faults': ['lib/shared'],
  'lib/kit/conformance': ['lib/wire', 'lib/shared'],
  'lib/shared/names': [],
  'components/ui': ['lib/shared'],
  'components/phone': ['components/ui', 'components/site', 'lib/phone', 'lib/wire/crypto', 'lib/shared'],
};

const lies = (path, place) => path.startsWith(`${place.replace(/\/\*$/, '')}/`);

/** Each place with its floor and room. Rooms of one floor do not see each other, nor do places of one floor of a room. */
const PLACES = FLOORS.flatMap((rooms, floor) =>
  rooms.flatMap((inner, room) =>
    inner.flatMap((places, height) => places.map((place) => ({ place, floor, room: `${floor}.${room}`, height }))),
  ),
).toSorted((a, b) => b.place.length - a.place.length);

/** @param path of a file, from the root of the repository @returns its place, or `undefined` for a stray */
export const placeOf = (path) =>
  PLACES.find(({ place }) => (place.endsWith('/*') ? dirname(path) === place.slice(0, -2) : lies(path, place)));

/** @returns why the one may not import the other, or `null` where it may */
export function judgeImport(from, to) {
  const [user, used] = [placeOf(from), placeOf(to)];
  if (user === undefined || used === undefined) return 'a file of a folder without a floor';
  if (user.place === used.place) return null;
  const below = user.room === used.room ? used.height < user.height : used.floor < user.floor;
  if (!below) return `${used.place} does not lie below ${user.place}`;
  for (const [place, users] of Object.entries(USERS))
    if (used.place === place || (lies(to, place) && !place.endsWith('/*')))
      if (!lies(from, place) && !users.some((one) => lies(from, one))) return `${place} is not for ${user.place}`;
  const only = ONLY[user.place];
  return only && !only.some((one) => lies(to, one)) ? `${user.place} imports nothing of ${used.place}` : null;
}

const HOUSE = /^(?:lib|components|app)\//;
const ENDINGS = ['.ts', '.tsx', '/index.ts', '.mjs', ''];

const floors = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const path = relative(context.cwd, context.filename).split(sep).join('/');
    if (!HOUSE.test(path)) return {};
    const report = (node, message) => context.report({ node, message });
    const judge = (node) => {
      const name = node?.value;
      if (typeof name !== 'string' || !/^(?:\.|@\/)/.test(name)) return;
      const bare = name.startsWith('@/') ? name.slice(2) : join(dirname(path), name).split(sep).join('/');
      const target = ENDINGS.map((ending) => bare + ending).find((file) => existsSync(join(context.cwd, file)));
      if (!HOUSE.test(bare)) return;
      const reason = judgeImport(path, target ?? bare);
      if (reason !== null) report(node, `Nobody imports upwards: ${reason} (tests/lint/floors.js).`);
    };
    return {
      Program(node) {
        if (placeOf(path) === undefined) report(node, 'A file outside every place of tests/lint/floors.js.');
      },
      ImportDeclaration: ({ source }) => judge(source),
      ExportAllDeclaration: ({ source }) => judge(source),
      ExportNamedDeclaration: ({ source }) => judge(source),
      ImportExpression: ({ source }) => judge(source),
      TSImportType: ({ source, argument }) => judge(source ?? argument?.literal ?? argument),
    };
  },
};

export default { meta: { name: 'tessera' }, rules: { floors } };
