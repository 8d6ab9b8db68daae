'use server';

import { z } from 'zod';
import { answerChallenge, repairClock, requestChallenge } from '@/lib/devices/hardware/try-hardware';
import { formAction } from '@/lib/server/web/actions/form-action';
import { instanceSchema } from './schemas';

/** Longer than any is, so that the use case says what is wrong. */
const short = z.string().max(64);

/** The challenge is shown this one time. */
export const requestChallengeAction = formAction(
  { permission: 'authenticator:view', schema: instanceSchema, proof: null },
  async ({ instanceId }, { services, signedIn }) => {
    const asked = await requestChallenge(services.hardware, signedIn.user, instanceId);
    if (!asked.ok) return { status: 'refused', code: asked.refusal } as const;
    return { status: 'done', secret: JSON.stringify(asked.value) } as const;
  },
);

export const answerChallengeAction = formAction(
  {
    permission: 'authenticator:view',
    schema: instanceSchema.extend({ challengeKey: short, response: short }),
    proof: null,
  },
  async ({ instanceId: serialNumber, challengeKey: key, response }, { services, signedIn, origin }) => {
    const input = { serialNumber, key, response };
    const tried = await answerChallenge(services.hardware, signedIn.user, input, origin);
    if (tried.ok) return { status: 'done' } as const;
    const { refusal } = tried;
    return { status: 'refused', code: refusal === 'one-time-password-wrong' ? 'challenge-used' : refusal } as const;
  },
);

export const repairClockAction = formAction(
  {
    permission: 'authenticator:change',
    schema: instanceSchema.extend({ firstCode: short, secondCode: short }),
    proof: null,
  },
  async ({ instanceId: serialNumber, firstCode: first, secondCode: second }, { services, signedIn, origin }) => {
    const repaired = await repairClock(services.hardware, signedIn.user, { serialNumber, first, second }, origin);
    return repaired.ok ? ({ status: 'done' } as const) : ({ status: 'refused', code: repaired.refusal } as const);
  },
);
