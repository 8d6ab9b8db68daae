'use server';

import { z } from 'zod';
import { checkLines } from '@/components/phone/check/check-lines';
import { readPhoneCheck } from '@/lib/helpdesk/desk/checks/read-phone-check';
import { formAction } from '@/lib/server/web/actions/form-action';
import { refused } from '../refused';

const codeSchema = z.object({ code: z.string().max(40) });

/** Answers with the caller's phone in words. */
export const readPhoneCheckAction = formAction(
  { permission: 'phone-check:read', schema: codeSchema, proof: null },
  async ({ code }, { services, signedIn, origin }) => {
    const report = await readPhoneCheck(services.phoneChecks, signedIn, code, origin);
    if (!report.ok) return refused(report.refusal, { code });
    return { status: 'done', secret: JSON.stringify(checkLines(report.value)) };
  },
);
