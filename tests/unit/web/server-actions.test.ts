import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesContaining } from '../../support/files-containing';
import { repository } from '../../support/repository';

test('threat: no server action closes over a value, which browsers would hold under a key that every build shares', () => {
  const files = ['app', 'components', 'lib'].flatMap((folder) =>
    ["'use server'", '"use server"'].flatMap((directive) => filesContaining(join(repository, folder), directive)),
  );
  // An action of a module's top level has nothing to close over; one that a component makes has all that it sees.
  const directives = files.flatMap((file) => readFileSync(file, 'utf8').match(/^.*['"]use server['"].*$/gm) ?? []);
  const first = files.map((file) => readFileSync(file, 'utf8').split('\n', 1)[0]);
  expect(directives.length).toBeGreaterThan(10);
  expect(new Set([...directives, ...first])).toEqual(new Set(["'use server';"]));
  expect(directives).toHaveLength(files.length);
});

/** What staff do with a session of any age: it takes something away from somebody, or asks and changes nothing. */
const WITHOUT_FRESH_PROOF = [
  'askCallerAction',
  'askManagerAction',
  'declineAction',
  'declineChangeAction',
  'declineLiftAction',
  'declineRoleAction',
  'declineServiceAccountAction',
  'endSessionsAction',
  'lockDeviceAction',
  'removeReturnAddressAction',
  'revokeInvitationAction',
];

test('threat: a session of staff that was left open: whatever lets somebody in, unlocks or sends takes a second factor of the last minutes', () => {
  const files = filesContaining(join(repository, 'app', '(helpdesk)'), "'use server'");
  const actions = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split(/^export const /m)
      .slice(1)
      .filter((text) => /^\w+ = formAction[^(]*\(\s*\{[^}]*proof: null/.test(text))
      .map((text) => text.slice(0, text.indexOf(' '))),
  );
  expect(actions.toSorted()).toEqual(WITHOUT_FRESH_PROOF);
});
