'use server';

import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { parseActivationLinkId } from '@/lib/helpdesk/activation-links/activation-link';
import { linkPath } from '@/lib/helpdesk/activation-links/make-link';
import { type LinkRefusal, openActivationLink } from '@/lib/helpdesk/activation-links/open-link';
import { returnFromLink } from '@/lib/helpdesk/activation-links/return-from-link';
import { formFields } from '@/lib/server/web/actions/form-fields';
import { formAction } from '@/lib/server/web/actions/form-action';
import { clearSessionCookie } from '@/lib/server/web/sessions/session-cookie';
import { endOwnSession } from '@/lib/server/web/sessions/signed-in';
import { linkRefusalCode } from './link-refusal-code';
import { activationPath } from './activation-path';

const linkSchema = z.object({
  linkId: z.string().transform((text, context) => {
    const id = parseActivationLinkId(text);
    if (id) return id;
    context.addIssue('no activation link');
    return z.NEVER;
  }),
});

const OWN = { permission: 'activation:start', schema: linkSchema, proof: null } as const;

/** Opens the link in this session, and goes on to the activation, which asks for what it takes. */
export const openLinkAction = formAction(OWN, async ({ linkId }, { services, signedIn, origin }) => {
  const result = await openActivationLink(services.activationLinks, signedIn, linkId, origin);
  if (!result.ok) return refused(result.refusal);
  redirect(activationPath(result.value));
});

/** Sends the person back to the registered address, with the result. */
export const goBackAction = formAction(OWN, async ({ linkId }, { services, signedIn, origin }) => {
  const back = await returnFromLink(services.activationLinks, signedIn, linkId, origin);
  if (!back.ok) return refused(back.refusal);
  // Another site: one that an administrator has registered.
  redirect(back.value as Route);
});

function refused(refusal: LinkRefusal) {
  return { status: 'refused', code: linkRefusalCode(refusal) } as const;
}

/** For whoever is signed in as somebody else than the link was made for. */
export async function signOutForLinkAction(formData: unknown): Promise<never> {
  const link = linkSchema.safeParse(formFields(formData));
  await endOwnSession();
  await clearSessionCookie();
  return redirect(link.success ? `/sign-in?next=${encodeURIComponent(linkPath(link.data.linkId))}` : '/sign-in');
}
