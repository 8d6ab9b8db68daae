'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { sendHistoryAgain, testForwarding } from '@/lib/helpdesk/administration/audit-forwarding';
import type { Services } from '@/lib/server/composition/compose';
import { formAction } from '@/lib/server/web/actions/form-action';
import { refused } from '../refused';

/** Answers with why the record was not taken over, or null. */
export const testForwardingAction = formAction(
  { permission: 'audit:forward', schema: z.object({}), proof: null },
  async (_typed, { services, signedIn, origin }) => {
    const tested = await testForwarding(portsOf(services), signedIn, origin);
    if (!tested.ok) return refused(tested.refusal);
    return { status: 'done', secret: JSON.stringify(tested.value) };
  },
);

const historySchema = z.object({ from: z.iso.date().transform((day) => new Date(`${day}T00:00:00Z`)) });

export const sendHistoryAction = formAction(
  { permission: 'audit:forward', schema: historySchema, proof: null },
  async ({ from }, { services, signedIn, origin }) => {
    const sent = await sendHistoryAgain(portsOf(services), signedIn, from, origin);
    if (!sent.ok) return refused(sent.refusal);
    revalidatePath('/helpdesk/status');
    return { status: 'done' };
  },
);

function portsOf({ auditForwarding, accounts: { audit, rateLimiter, clock } }: Services) {
  return { forwarding: auditForwarding, audit, rateLimiter, clock };
}
