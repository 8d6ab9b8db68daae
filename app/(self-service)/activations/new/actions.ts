'use server';

import { startProof } from '@/lib/web/actions/start-prompt';
import { formAction } from '@/lib/web/actions/form-action';
import { leadTo } from '@/lib/web/actions/lead-to';
import { startInSession } from '@/lib/web/actions/start-in-session';
import { startSchema } from './start-schema';

export const startActivationAction = formAction(
  { permission: 'activation:start', schema: startSchema, proof: startProof },
  async ({ password: credential, ...typed }, context) => {
    const started = await startInSession(context, { ...typed, credential });
    if (!started.ok) return { status: 'refused', code: started.refusal };
    return leadTo(`/activations/${started.value.id}`);
  },
);
