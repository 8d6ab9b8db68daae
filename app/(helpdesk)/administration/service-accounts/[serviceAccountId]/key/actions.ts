'use server';

import { z } from 'zod';
import { makeFirstKey, rotateServiceKey } from '@/lib/helpdesk/service-accounts/make-key';
import { parseServiceAccountId } from '@/lib/helpdesk/service-accounts/service-account';
import { DAY, HOUR } from '@/lib/shared/time/duration';
import { formAction } from '@/lib/server/web/actions/form-action';
import { serviceRefused } from '../../service-refused';
import { parsed } from '../../typed-fields';

const schema = z.object({ serviceAccountId: parsed(parseServiceAccountId) });

const WIDENS = { permission: 'service-account:manage', proof: 'decide-as-staff' } as const;

const OVERLAPS = { none: 0, hour: HOUR, day: DAY, week: 7 * DAY } as const;

/** The key is in this one answer, and nowhere else. */
export const showKeyAction = formAction(
  { ...WIDENS, schema },
  async ({ serviceAccountId }, { services: { serviceAccounts }, signedIn, origin }) => {
    const result = await makeFirstKey(serviceAccounts, signedIn, serviceAccountId, origin);
    return result.ok ? { status: 'done', secret: result.value } : serviceRefused(result.refusal);
  },
);

/** The key is in this one answer, and nowhere else. */
export const replaceKeyAction = formAction(
  { ...WIDENS, schema: schema.extend({ overlap: z.enum(['none', 'hour', 'day', 'week']) }) },
  async ({ serviceAccountId: id, overlap }, { services: { serviceAccounts }, signedIn, origin }) => {
    const result = await rotateServiceKey(serviceAccounts, signedIn, { id, overlapMs: OVERLAPS[overlap] }, origin);
    return result.ok ? { status: 'done', secret: result.value } : serviceRefused(result.refusal);
  },
);
