import { randomBytes } from 'node:crypto';
import { checkHead, HEAD_PROBLEMS, type SignedHead } from '../../audit/audit-head';
import { verifyAuditChain } from '../../audit/verify-audit-chain';
import { compose } from '../../composition/compose';
import { auditLogOf, type Installation } from '../../composition/installation';
import { openAdministration } from '../../composition/open-administration';
import { playPerson } from '../../demo/play-person';
import { addUser } from '../user/add-user';

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
  const { chainKeys } = installation;
  const audit = auditLogOf(installation);
  const verdict = await verifyAuditChain(audit, chainKeys);
  const problem = head && (await checkHead({ audit, hashes: chainKeys }, head));
  if (!verdict.intact || problem) {
    const words = verdict.intact
      ? `its head ${HEAD_PROBLEMS[problem ?? 'forged']}`
      : `broken at ${verdict.sequenceNumber}`;
    say('failed', 'audit log', words);
    return false;
  }
  say('ok', 'audit log', `${verdict.records} records, all intact`);
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
