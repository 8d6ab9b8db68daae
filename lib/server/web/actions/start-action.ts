import 'server-only';
import type { z } from 'zod';
import { startActivation, type StartInput } from '../../../activation/start/start-activation';
import { findStartGrant } from '../../../helpdesk/invitations/find-open-invitation';
import { OPENED_HERE } from '../../../shared/codes/app-link';
import { formAction, type ActionContext } from './form-action';
import { leadTo } from './lead-to';
import { requestTrace } from './request-trace';
import { startProof } from './start-prompt';

type DescribedStart = Omit<StartInput, 'requestedFrom' | 'grant'> & {
  /** Whether the page goes on to this site's app on the same device. */
  opensHere?: boolean;
};

/**
 * Builds a server action that starts the signed-in user's activation, and leads to its page: the action pipeline, the
 * grant, the start.
 * @param describe what to start; null if what the form names is not the user's
 */
export function startAction<Schema extends z.ZodType>(
  schema: Schema,
  describe: (input: z.output<Schema>, context: ActionContext) => DescribedStart | Promise<DescribedStart | null>,
) {
  return formAction({ permission: 'activation:start', schema, proof: startProof }, async (fields, context) => {
    const { services, signedIn, usedUp, origin } = context;
    const described = await describe(fields, context);
    if (!described) return { status: 'refused', code: 'not-found' };
    const grant = await findStartGrant(services.helpdesk, signedIn, usedUp);
    if (!grant.ok) return { status: 'refused', code: grant.refusal };
    const { opensHere = false, ...input } = described;
    const start = { ...input, grant: grant.value, requestedFrom: await requestTrace() };
    const started = await startActivation(services.activation, signedIn.user, start, origin);
    if (!started.ok) return { status: 'refused', code: started.refusal };
    const isOwnApp = services.activation.gateway.capabilities.hasOwnApp && started.value.activationType === 'online';
    return leadTo(`/activations/${started.value.id}${opensHere && isOwnApp ? OPENED_HERE : ''}`);
  });
}
