import type { Permission } from '../../accounts/users/permission';

/**
 * Which permissions a machine may be given. A machine requests what takes two people and decides nothing; it reaches no
 * image, password, link or code, and nothing that belongs to a session of its own. A new permission must state which it
 * is, or this does not compile.
 */
const MACHINES = {
  'activation:start': 'never',
  'activation:view': 'never',
  'authenticator:view': 'never',
  'authenticator:change': 'never',
  'profile:change': 'never',
  /** A person's own statement. */
  'caller:confirm': 'never',

  'user:find': 'scope',
  'user:view': 'scope',
  /** Part of `user:view`. */
  'device:view': 'never',
  'invitation:view': 'scope',
  /** Requests one: the invited user gets the link, and the machine does not. */
  'invitation:send': 'scope',
  'invitation:revoke': 'scope',
  'device:lock': 'scope',
  'session:end': 'scope',
  'removal:request': 'scope',
  'approval:list': 'never',
  'approval:view': 'scope',
  'approval:decide': 'never',
  'approval:break-glass': 'never',

  'alarm:view': 'never',
  'numbers:view': 'scope',
  'numbers:export': 'never',
  'audit:read': 'scope',
  'audit:verify': 'never',
  'audit:export': 'never',
  'message:view': 'never',
  /** Sends links and codes again. */
  'message:replay': 'never',
  'account:view': 'scope',
  'account:manage': 'scope',
  'account:approve': 'never',
  /** It would make others, and outlive its own end. */
  'service-account:manage': 'never',
  /** A link opens nothing: the user has to be signed in. */
  'activation-link:make': 'scope',
  /** Events name people and devices, and contain no link and no code. */
  'webhook:manage': 'scope',
  'status:view': 'never',
  'audit:forward': 'never',
  'organisation:change': 'never',
  'phone-check:read': 'never',
} as const satisfies Record<Permission, 'scope' | 'never'>;

type Machines = typeof MACHINES;

/** A permission that a service account may have. */
export type ServiceScope = { [P in Permission]: Machines[P] extends 'scope' ? P : never }[Permission];

/** In the order in which they are offered. */
export const SERVICE_SCOPES = (Object.keys(MACHINES) as Permission[]).filter(isServiceScope);

export function isServiceScope(text: string): text is ServiceScope {
  return Object.hasOwn(MACHINES, text) && MACHINES[text as Permission] === 'scope';
}

/**
 * Each once, in the order in which they are offered; scopes that no machine may have are left out, whatever stored
 * them.
 */
export function serviceScopes(texts: Iterable<string>): ServiceScope[] {
  const scopeSet = new Set(texts);
  return SERVICE_SCOPES.filter((scope) => scopeSet.has(scope));
}
