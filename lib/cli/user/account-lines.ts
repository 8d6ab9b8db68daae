import type { Account } from '../../helpdesk/administration/account-store';
import type { AccountRefusal } from '../../helpdesk/administration/administration-ports';

/** One line of the list. */
export function accountLine({ user, disabledAt, removalRequestedAt }: Account): string {
  const { userId, displayName, roles } = user;
  const state = removalRequestedAt ? 'being removed' : disabledAt ? 'disabled' : '';
  return `${userId.padEnd(24)} ${displayName.padEnd(24)} ${roles.join(', ').padEnd(32)} ${state}`.trimEnd();
}

/** Everything about one account. */
export function accountLines({ user, createdAt, disabledAt, removalRequestedAt }: Account): string {
  const facts: [string, string][] = [
    ['User ID', user.userId],
    ['Domain', user.domain],
    ['Name', user.displayName],
    ['Roles', user.roles.join(', ')],
    ['Mail', user.mailAddresses.join(', ') || 'none'],
    ['Language', user.language],
    ['Group', user.group ? `${user.group.name}${user.group.isProtected ? ' (protected)' : ''}` : 'none'],
    ['Created', createdAt.toISOString()],
    ['Disabled', disabledAt ? `since ${disabledAt.toISOString()}` : 'no'],
    ...(removalRequestedAt ? [['Removal', `since ${removalRequestedAt.toISOString()}`] as [string, string]] : []),
  ];
  return facts.map(([label, value]) => `${`${label}:`.padEnd(10)} ${value}`).join('\n');
}

/** Why nothing was changed. */
export const REFUSED: Record<AccountRefusal, (userId: string) => string> = {
  'not-found': (userId) => `There is no account ${userId}.`,
  'own-account': (userId) => `${userId} is your own account.`,
  'not-permitted': () => 'Only an administrator may do that.',
  'last-administrator': (userId) =>
    `${userId} is the last administrator who is not disabled. Give another account the role first.`,
  'already-disabled': (userId) => `${userId} is disabled already.`,
  'not-disabled': (userId) => `${userId} is not disabled.`,
  'being-removed': (userId) => `${userId} is being removed, which nothing stops.`,
  'has-role': (userId) => `${userId} has that role already.`,
  'lacks-role': (userId) => `${userId} does not have that role.`,
};
