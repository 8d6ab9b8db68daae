import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../../../support/repository';

/** Calls of a port that begin so change nothing. */
const READS =
  /^(find|list|read|count|head|state|has|is|of|epochOf|contactsOf|standing|staffHold|heldAt|verify|check|known|oldest|poll)/;

/** Ports that keep something, as services name them. */
const STORES =
  'sessions|store|links|invitations|freezes|removals|changes|notices|outbox|accounts|requests|roleRequests|contacts|holds|replacements|managerRequests|audit|recoveryCodes|secrets|passkeys|webhooks';

/** Writes that stand alone: nothing was kept before them that would be half done. */
const ALONE = [
  // The way back goes along into a new session, whose cookie has not been delivered either if the process dies here.
  'lib/server/web/sessions/signed-in.ts: links.moveToSession',
  // When a session was last seen.
  'lib/server/web/sessions/signed-in.ts: sessions.see',
];

it('no route and no action writes past its use case, where a process that dies would leave half of both', () => {
  const files = ['app', 'lib/server/web'].flatMap((root) =>
    readdirSync(join(repository, root), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  const writes = files.flatMap((file) => {
    const calls = readFileSync(file, 'utf8').matchAll(new RegExp(`\\b(${STORES})\\.(\\w+)\\(`, 'g'));
    return [...calls].flatMap(([, port, member = '']) =>
      READS.test(member) || ARRAYS.has(member) ? [] : [`${relative(repository, file)}: ${port}.${member}`],
    );
  });
  expect(writes.toSorted()).toEqual(ALONE);
});

/** Methods of arrays that are called as a store is. */
const ARRAYS = new Set([
  'map',
  'filter',
  'every',
  'some',
  'flatMap',
  'slice',
  'toSorted',
  'includes',
  'at',
  'get',
  'join',
]);
