import 'server-only';
import type { z } from 'zod';
import type { RequestOrigin } from '../../shared/request-origin';
import { GatewayError } from '../../activation/gateway-error';
import { perPerson } from '../../accounts/sign-in/limits';
import { may, type Permission } from '../../accounts/users/permission';
import type { SignedIn } from '../../accounts/sessions/session';
import { stepUp } from '../../accounts/sign-in/step-up';
import { services, type Services } from '../../composition/compose';
import type { FormAction, FormState, PipelineRefusal } from '../../shared/form-state';
import { recordRefusal } from './record-refusal';
import { requestOrigin } from './request-trace';
import { getVisitor } from '../sessions/signed-in';

export type ActionContext = { services: Services; signedIn: SignedIn; origin: RequestOrigin };

/**
 * Makes a server action: session, permission, rate limit, shape of the input, password where one is due, then the use
 * case; a gateway that fails on the way is a refusal with a sentence, and a warning in the log. Whether the object is the person's own is checked by the use case.
 * @param options.stepUp whether it asks for the password again when that was last checked too long ago; the form's field is
 *   `password`
 * @param options.kept what was typed, for the form to show again after the gateway has failed
 * @param act may answer something else than a form's state, for a button that is no form's
 */
export function formAction<Schema extends z.ZodType, Code extends string = never, Answer = never>(
  options: {
    permission: Permission;
    schema: Schema;
    stepUp: boolean | ((services: Services) => boolean);
    kept?: (input: z.output<Schema>) => Record<string, string>;
  },
  act: (input: z.output<Schema>, context: ActionContext) => Promise<FormState<Code> | NoInfer<Answer>>,
): FormAction<Code | PipelineRefusal, Answer> {
  return async (_previous, formData) => {
    const signedIn = await getVisitor();
    if (!signedIn) return { status: 'refused', code: 'signed-out' };
    if (!may(signedIn, options.permission)) {
      await recordRefusal(signedIn, options.permission);
      return { status: 'refused', code: 'not-permitted' };
    }
    const known = await services();
    const usedUp = await known.access.rateLimiter.take([perPerson('action', signedIn.user)]);
    if (usedUp) return { status: 'refused', code: 'too-many-requests' };
    const input = options.schema.safeParse(Object.fromEntries(formData));
    if (!input.success) return { status: 'refused', code: 'invalid-input' };
    const origin = await requestOrigin();
    try {
      if (typeof options.stepUp === 'function' ? options.stepUp(known) : options.stepUp) {
        const confirmed = await stepUp(known.access, signedIn, passwordIn(formData), origin);
        if (!confirmed.ok) return { status: 'refused', code: confirmed.refusal };
      }
      return await act(input.data, { services: known, signedIn, origin });
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      known.logger.warn({ err: error }, 'the gateway failed');
      const kept = options.kept?.(input.data);
      return { status: 'refused', code: 'gateway-unreachable', ...(kept && { fields: kept }) };
    }
  };
}

function passwordIn(formData: FormData): string | null {
  const password = formData.get('password');
  return typeof password === 'string' && password.length <= 128 ? password : null;
}
