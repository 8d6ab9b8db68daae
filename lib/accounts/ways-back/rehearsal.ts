import { POSSESSION, type EnrolmentLevel, type Need } from '../proofs/proof-policy';
import type { Holdings } from './holdings';
import { waysTo, waysToMeet, waysToSignIn, type OpenWay, type WayBack } from './ways-back';

/** What can happen to a user, as a rehearsal asks. */
export const LOSSES = ['phone', 'computer', 'pin', 'password'] as const;

export type Loss = (typeof LOSSES)[number];

/** What a user can prepare, in the order in which to offer it. */
export const BACKUPS = ['passkey', 'phone', 'recovery-code'] as const satisfies readonly WayBack[];

export type Backup = (typeof BACKUPS)[number];

/**
 * What would be left after a loss.
 * @property signsIn by what the user could sign in
 * @property mends by what they could put it right themselves, or have it put right: bind a new phone, remove the stolen
 *   computer's passkey, set a new password; empty if there is nothing to put right
 * @property missing backups that would open one more way, and are not there
 */
export type Rehearsal = { loss: Loss; signsIn: OpenWay[]; mends: OpenWay[]; missing: Backup[] };

/** @property backups those that the account can have; `way` is null for one that is missing */
export type BackupScore = { backups: { backup: Backup; way: OpenWay | null }[]; ready: number };

type About = { level: EnrolmentLevel; now: Date };

/** What a new password takes besides a mailed code, which is enough where there is nothing else; see `resetPassword`. */
const RESET: Need = { what: 'second', anyOf: [...POSSESSION, 'invitation'] };
const FIRST_RESET: Need = { what: 'second', anyOf: [...RESET.anyOf, 'mailed-code'] };

/** What each loss would leave of an account. */
export function rehearse(held: Holdings, about: About): Rehearsal[] {
  return LOSSES.map((loss) => {
    const left = without(held, loss);
    const mends = (holding: Holdings) => mendingWays(loss, held, holding, about);
    const opens = (backup: Backup) => {
      const gains = (ways: (holding: Holdings) => OpenWay[]) =>
        ways(withBackup(left, backup)).some(({ way }) => way === backup) &&
        !ways(left).some(({ way }) => way === backup);
      return gains(mends) || gains((holding) => waysToSignIn(holding, about.now));
    };
    return {
      loss,
      signsIn: waysToSignIn(left, about.now),
      mends: mends(left),
      missing: backupsOf(held).filter(opens),
    };
  });
}

/** How many of the backups that an account can have would let its user bind a new phone if theirs were lost. */
export function scoreBackups(held: Holdings, about: About): BackupScore {
  const ways = mendingWays('phone', held, without(held, 'phone'), about);
  const backups = backupsOf(held).map((backup) => ({ backup, way: ways.find(({ way }) => way === backup) ?? null }));
  return { backups, ready: backups.filter(({ way }) => way !== null).length };
}

function mendingWays(loss: Loss, before: Holdings, left: Holdings, { level, now }: About): OpenWay[] {
  const isEnrolled = before.devices.length > 0 || before.passkeys.length > 0;
  switch (loss) {
    case 'phone':
    case 'pin':
      return waysTo('bind-device', left, { level, isEnrolled, now });
    case 'computer':
      return before.passkeys.length > 0 ? waysTo('remove-passkey', left, { level, isEnrolled, now }) : [];
    case 'password': {
      if (!before.hasPassword) return [];
      const ways = waysToMeet([isEnrolled ? RESET : FIRST_RESET], left, now);
      return left.isMailable ? ways : ways.filter(({ way }) => way === 'helpdesk');
    }
  }
}

/** What is left after a loss, at worst: the phone that vouches is the lost one, and keys that are not synced are gone. */
function without(held: Holdings, loss: Loss): Holdings {
  switch (loss) {
    case 'phone':
    case 'pin': {
      const [lost] = held.devices.toSorted((left, right) => worth(right) - worth(left));
      return { ...held, devices: held.devices.filter((device) => device !== lost) };
    }
    case 'computer':
      return { ...held, passkeys: held.passkeys.filter(({ isSynced }) => isSynced) };
    case 'password':
      return { ...held, hasPassword: false };
  }
}

function worth({ state, trustedFrom }: Holdings['devices'][number]): number {
  return state === 'locked' ? 0 : trustedFrom === null ? 2 : 1;
}

/** The same with a backup that has served its probation. */
function withBackup(held: Holdings, backup: Backup): Holdings {
  switch (backup) {
    case 'passkey':
      return { ...held, passkeys: [...held.passkeys, { trustedFrom: null, isSynced: true }] };
    case 'phone':
      return { ...held, devices: [...held.devices, { name: '', state: 'active', trustedFrom: null }] };
    case 'recovery-code':
      return { ...held, hasRecoveryCode: true };
  }
}

function backupsOf({ offers }: Holdings): Backup[] {
  return BACKUPS.filter((backup) => backup === 'phone' || offers[backup]);
}
