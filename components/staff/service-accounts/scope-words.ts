import type { ServiceScope } from '@/lib/helpdesk/service-accounts/service-scope';
import { currentLanguage } from '@/lib/shared/language/messages';
import { t, type PlainMessage } from '@/lib/shared/language/t';

/** What a machine may do, as one of a list. */
export const SCOPE_WORDS = {
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
  'webhook:manage': 'Manage webhooks',
} as const satisfies Record<ServiceScope, PlainMessage>;

const HINTS: Partial<Record<ServiceScope, PlainMessage>> = {
  'invitation:send': 'The link goes to the person, never to the system.',
  'removal:request': 'A person decides.',
  'activation-link:make': 'They have to sign in, and go back to a registered address.',
  'webhook:manage': 'It gets the events of all people in the domain.',
  'account:manage': 'A second person decides about staff roles.',
};

/** What the words of a scope leave out; nothing where they leave out nothing. */
export function scopeHint(scope: ServiceScope): string | undefined {
  const hint = HINTS[scope];
  return hint && t(hint);
}

/** As one sentence: "Find people, lock devices". */
export function scopesInWords(scopes: readonly ServiceScope[]): string {
  const [first = '', ...others] = scopes.map((scope) => t(SCOPE_WORDS[scope]));
  return [first, ...others.map(asLaterWords)].join(', ');
}

/** German begins them with nouns, which keep their capital. */
function asLaterWords(words: string): string {
  return currentLanguage() === 'de' ? words : words.charAt(0).toLowerCase() + words.slice(1);
}
