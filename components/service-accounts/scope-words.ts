import type { ServiceScope } from '@/lib/service-accounts/service-scope';

/** What a machine may do, as one of a list. */
export const SCOPE_WORDS: Record<ServiceScope, string> = {
  'user:find': 'Find people',
  'user:view': 'Read people and their devices',
  'invitation:view': 'Read invitations',
  'invitation:send': 'Ask for invitations',
  'invitation:revoke': 'Revoke invitations',
  'device:lock': 'Lock devices',
  'session:end': 'Sign people out',
  'removal:request': 'Ask for devices to be removed',
  'approval:view': 'Read what waits for approval',
  'numbers:view': 'Read figures',
  'audit:read': 'Read the audit log',
  'account:view': 'Read accounts',
  'activation-link:make': 'Send people here to activate a device',
  'account:manage': 'Create and disable accounts, ask for roles',
};

/** What the words leave out. */
export const SCOPE_HINTS: Partial<Record<ServiceScope, string>> = {
  'invitation:send': 'The link goes to the person, never to the system.',
  'removal:request': 'A person decides.',
  'activation-link:make': 'They have to sign in, and go back to a registered address.',
  'account:manage': 'A second person decides about staff roles.',
};

/** As one sentence: "Find people, lock devices". */
export function scopesInWords(scopes: readonly ServiceScope[]): string {
  const [first = '', ...others] = scopes.map((scope) => SCOPE_WORDS[scope]);
  return [first, ...others.map((words) => words.charAt(0).toLowerCase() + words.slice(1))].join(', ');
}
