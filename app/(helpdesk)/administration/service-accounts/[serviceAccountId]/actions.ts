'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import type { SignedIn } from '@/lib/accounts/sessions/session';
import { checkProofs } from '@/lib/accounts/proofs/check-proofs';
import {
  changeServiceLimits,
  endServiceAccount,
  endServiceKey,
  removeScopes,
  resumeServiceAccount,
  suspendServiceAccount,
} from '@/lib/helpdesk/service-accounts/change-account';
import { requestScopes } from '@/lib/helpdesk/service-accounts/request-account';
import { parseServiceAccountId, type ServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import type { ServiceAccountPorts } from '@/lib/helpdesk/service-accounts/service-account-ports';
import { parseServiceKeyId } from '@/lib/helpdesk/service-accounts/service-key';
import { serviceScopes } from '@/lib/helpdesk/service-accounts/service-scope';
import { parseServiceLimits } from '@/lib/helpdesk/service-accounts/typed-account';
import type { RequestOrigin } from '@/lib/shared/request-origin';
import type { Result } from '@/lib/shared/result';
import { formAction, refusedForProof, type ActionContext } from '@/lib/server/web/actions/form-action';
import { serviceRefused } from '../service-refused';
import { limitsShape, parsed, refusedLimit, tickedScopes } from '../typed-fields';

const accountShape = { serviceAccountId: parsed(parseServiceAccountId) };
const accountSchema = z.object(accountShape);

/** Whatever only reduces access takes one press. */
const REDUCES = { permission: 'service-account:manage', proof: null } as const;

const WIDENS = { permission: 'service-account:manage', proof: 'decide-as-staff' } as const;

export const suspendAction = changeAction(REDUCES, suspendServiceAccount);
export const resumeAction = changeAction(WIDENS, resumeServiceAccount);
export const endAction = changeAction(REDUCES, endServiceAccount);

export const endKeyAction = formAction(
  { ...REDUCES, schema: accountSchema.extend({ keyId: parsed(parseServiceKeyId) }) },
  async ({ serviceAccountId: id, keyId }, { services: { serviceAccounts }, signedIn, origin }) =>
    answer(await endServiceKey(serviceAccounts, signedIn, { id, keyId }, origin)),
);

/** Takes away at once what is not ticked any more, and asks for what is ticked now: that takes proof, and two people. */
export const saveScopesAction = formAction(
  { ...REDUCES, schema: z.looseObject(accountShape) },
  async ({ serviceAccountId: id, ...input }, context) => {
    const { serviceAccounts } = context.services;
    const { signedIn, origin } = context;
    const account = await serviceAccounts.accounts.find(id, signedIn.user.domain);
    if (!account) return serviceRefused('not-found');
    const ticked = serviceScopes(tickedScopes(input));
    if (ticked.length === 0) return serviceRefused('scopes-missing');
    const addedScopes = ticked.filter((scope) => !account.scopes.includes(scope));
    const removed = new Set(account.scopes.filter((scope) => !ticked.includes(scope)));
    const unproved = addedScopes.length > 0 ? await proofMissing(context) : null;
    if (unproved) return unproved;
    if (addedScopes.length > 0) {
      const result = await requestScopes(serviceAccounts, signedIn, { id, added: addedScopes }, origin);
      if (!result.ok) return serviceRefused(result.refusal);
    }
    if (removed.size > 0) {
      const result = await removeScopes(serviceAccounts, signedIn, { id, removed }, origin);
      if (!result.ok) return serviceRefused(result.refusal);
    }
    return done();
  },
);

/** Takes proof where it lets in more than before. */
export const saveLimitsAction = formAction(
  { ...REDUCES, schema: accountSchema.extend(limitsShape) },
  async ({ serviceAccountId: id, ...fields }, context) => {
    const { serviceAccounts } = context.services;
    const limits = parseServiceLimits(fields, serviceAccounts.clock.now());
    if (!limits.ok) return refusedLimit(limits.refusal);
    const change = (isProved: boolean) =>
      changeServiceLimits(serviceAccounts, context.signedIn, { id, limits: limits.value, isProved }, context.origin);
    const result = await change(false);
    if (result.ok || result.refusal !== 'takes-proof') return answer(result);
    return (await proofMissing(context)) ?? answer(await change(true));
  },
);

function changeAction<Refusal extends string>(
  rule: typeof REDUCES | typeof WIDENS,
  change: (
    ports: ServiceAccountPorts,
    by: SignedIn,
    id: ServiceAccountId,
    origin: RequestOrigin,
  ) => Promise<Result<unknown, Refusal>>,
) {
  return formAction(
    { ...rule, schema: accountSchema },
    async ({ serviceAccountId }, { services: { serviceAccounts }, signedIn, origin }) =>
      answer(await change(serviceAccounts, signedIn, serviceAccountId, origin)),
  );
}

/** The refusal of an action that widens; null if the session has proved enough. */
async function proofMissing({ services, signedIn, typed, origin }: ActionContext) {
  const action = 'decide-as-staff';
  const result = await checkProofs(services.proofs, signedIn, { action }, typed, origin);
  return result.ok ? null : refusedForProof(services, signedIn, { action }, result.refusal);
}

function answer<Refusal extends string>(result: Result<unknown, Refusal>) {
  return result.ok ? done() : serviceRefused(result.refusal);
}

function done() {
  revalidatePath('/administration', 'layout');
  return { status: 'done' } as const;
}
