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
 * Builds a server action, the action pipeline: session, permission, rate limit, schema, step-up where due, then the use
 * case. A gateway failure becomes a refusal with a sentence, and is logged as a warning. The use case checks ownership.
 * @param options.stepUp whether to ask for the password if its last check is too old; the form's field is `password`
 * @param options.kept typed values for the form to show again after a gateway failure
 * @param act may return something other than a form's state, for a button outside of a form
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
    if (!input.success) return { status: 'refused', code: 'invalid-input', errors: invalidFields(input.error) };
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

function invalidFields({ issues }: z.ZodError): Record<string, 'field-invalid'> {
  return Object.fromEntries(issues.map(({ path: [name] }) => [String(name), 'field-invalid']));
}

function passwordIn(formData: FormData): string | null {
  const password = formData.get('password');
  return typeof password === 'string' && password.length <= 128 ? password : null;
}
