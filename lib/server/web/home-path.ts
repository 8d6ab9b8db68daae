import 'server-only';
import type { Route } from 'next';
import { may } from '../../accounts/users/permission';
import type { Principal } from '../../accounts/users/principal';
import { staffSections } from './staff-sections';

/** A page that is open to a principal, whatever their roles. */
export function homePath(principal: Principal): Route {
  if (principal.scope.kind === 'invitation') return '/invitation/entered';
  if (may(principal, 'authenticator:view')) return '/';
  return staffStart(principal) ?? '/profile';
}

/** The section where a member of staff begins: what waits for them, or what their role is for. Null for other people. */
export function staffStart(principal: Principal): Route | null {
  // Where a second factor is missing, the section's page asks for it.
  const withProof: Principal =
    principal.scope.kind === 'own-account' ? { ...principal, scope: { kind: 'full' } } : principal;
  const sections = staffSections(withProof);
  const start = sections.find(({ startsWith }) => startsWith && may(withProof, startsWith)) ?? sections[0];
  return start?.href ?? null;
}

/** The first page after sign-in: staff have come to work, with devices of their own or without. */
export function startPath(principal: Principal): Route {
  return staffStart(principal) ?? homePath(principal);
}
