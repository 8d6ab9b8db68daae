import { randomBytes } from 'node:crypto';
import type { SignedHead } from '../../audit/audit-head';
import { compose } from '../../server/composition/compose';
import type { Installation } from '../../server/composition/installation';
import { openAdministration } from '../../server/composition/open-administration';
import { playPerson } from '../../server/demo/play-person';
import { addUser } from '../user/add-user';
import { verifyRestored } from '../verify-restored';

const STEPS = {
  'sign-in': 'a made-up person signs in',
  activation: 'a made-up phone is activated',
  'one-time-password': 'its one-time password is right',
} as const;

/** What a drill says, a line each; `failed` ends it. */
export type Say = (verdict: 'ok' | 'failed', step: string, words: string) => void;

/** @property until what was done before is in the backup; null for a site that nobody has used */
export type Outcome = { works: boolean; until: Date | null };

/**
 * Verifies the audit log of a restored site, and has a made-up person use it.
 * @param head that the log has to hold; null where none was kept
 * @returns whether all of it worked
 */
export async function tryRestored(installation: Installation, head: SignedHead | null, say: Say): Promise<boolean> {
  const { records, problems } = await verifyRestored(installation, head);
  if (problems.length > 0) {
    say('failed', 'audit log', problems.join(' '));
    return false;
  }
  say('ok', 'audit log', `${records} records, all intact`);
  const person = { userId: `drill-${randomBytes(6).toString('hex')}`, password: randomBytes(24).toString('base64url') };
  const account = { ...person, name: undefined, mail: [], language: 'en', group: undefined, role: ['user'] };
  const added = await addUser(openAdministration(installation), account, async () => person.password);
  if (!added.ok) {
    say('failed', 'person', added.said);
    return false;
  }
  try {
    await playPerson(compose(installation), person, (step) => say('ok', step, STEPS[step]));
    return true;
  } catch (error) {
    say('failed', 'use', error instanceof Error ? error.message : String(error));
    return false;
  }
}
