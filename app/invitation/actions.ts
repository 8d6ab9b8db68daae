'use server';

import type { InvitationAnswer, OpenAnswer, ReadOutAnswer } from '@/components/site/invitation/invitation-moves';
import { openInvitation, previewInvitation } from '@/lib/helpdesk/invitations/open-invitation';
import { showReadOutCode } from '@/lib/helpdesk/invitations/read-out/read-out';
import { services } from '@/lib/server/composition/compose';
import { invitationCookie } from '@/lib/server/web/sessions/browser-secret-cookie';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { getVisitor } from '@/lib/server/web/sessions/signed-in';
import { openSchema, tokenSchema } from './schemas';

/**
 * Needs no session: a visitor with a link has not proved who they are. The answer reveals only what the page needs to
 * ask for a proof.
 */
export async function previewInvitationAction(token: unknown, asksForUserId: unknown): Promise<InvitationAnswer> {
  const parsed = tokenSchema.safeParse(token);
  if (!parsed.success) return { ok: false, code: 'unknown-link' };
  const { helpdesk } = await services();
  const [visitor, origin] = [await getVisitor(), await requestOrigin()];
  const preview = await previewInvitation(helpdesk, parsed.data, visitor, origin, asksForUserId === true);
  return preview.ok ? { ok: true, door: preview.value } : { ok: false, code: preview.refusal };
}

/** Opens the invitation for this browser once its visitor has proved to be the invited user. */
export async function openInvitationAction(input: unknown): Promise<OpenAnswer> {
  const parsed = openSchema.safeParse(input);
  if (!parsed.success) return { ok: false, code: 'unknown-link' };
  const { helpdesk } = await services();
  const visitor = await getVisitor();
  const result = await openInvitation(helpdesk, parsed.data, visitor, await requestOrigin());
  if (!result.ok) return { ok: false, code: result.refusal };
  const { secret } = result.value;
  // Whoever is signed in goes on in their session, which holds the invitation now.
  if (secret !== null) await invitationCookie.write(secret);
  return { ok: true, needsSession: secret !== null };
}

/** Gives this browser a code that the visitor reads out, so that the helpdesk can let the browser in. */
export async function showReadOutAction(token: unknown): Promise<ReadOutAnswer> {
  const parsed = tokenSchema.safeParse(token);
  if (!parsed.success) return { ok: false, code: 'unknown-link' };
  const { helpdesk } = await services();
  const result = await showReadOutCode(helpdesk, parsed.data, await requestOrigin());
  if (!result.ok) return { ok: false, code: result.refusal };
  const { code, secret, invitationId } = result.value;
  await invitationCookie.write(secret);
  return { ok: true, code, invitationId };
}
