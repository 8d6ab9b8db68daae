import type { Backup, BackupScore, Loss, Rehearsal } from '../../accounts/ways-back/rehearsal';
import type { OpenWay, WayBack } from '../../accounts/ways-back/ways-back';
import { field } from './explanation-lines';

const LOSSES: Record<Loss, string> = {
  phone: 'their phone is lost',
  computer: 'their computer is stolen',
  pin: 'they forgot their PIN',
  password: 'they forgot their password',
};

const WAYS: Record<WayBack, string> = {
  password: 'the password',
  passkey: 'a passkey',
  phone: 'a phone',
  provider: 'the identity provider',
  'recovery-code': 'the recovery code',
  'mailed-code': 'a code by email',
  helpdesk: 'the helpdesk',
};

const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** How many ways back a user has, and what would be left after each loss. */
export function wayLines({ ready, backups }: BackupScore, rehearsals: readonly Rehearsal[]): string {
  const missing = backups.filter(({ way }) => way === null).map(({ backup }) => backup);
  return [
    field('Back', `${ready} of ${backups.length}: ${wayWords(backups.flatMap(({ way }) => way ?? []))}`),
    ...missingLines(missing),
    ...rehearsals.flatMap(rehearsalLines),
  ].join('\n');
}

function rehearsalLines({ loss, signsIn, mends, missing }: Rehearsal): string[] {
  return [
    '',
    field('If', LOSSES[loss]),
    field('Signs in', `with ${wayWords(signsIn)}`),
    ...(mends.length > 0 ? [field('Mends', `it with ${wayWords(mends)}`)] : []),
    ...missingLines(missing),
  ];
}

function missingLines(missing: readonly Backup[]): string[] {
  return missing.length > 0 ? [field('Missing', EITHER.format(missing.map((backup) => WAYS[backup])))] : [];
}

function wayWords(ways: readonly OpenWay[]): string {
  if (ways.length === 0) return 'nothing';
  return EITHER.format(ways.map(({ way, from }) => (from ? `${WAYS[way]} from ${from.toISOString()}` : WAYS[way])));
}
