import 'server-only';
import type { z } from 'zod';
import type { RequestOrigin } from '../../../shared/request-origin';
import { GatewayError } from '../../../activation/gateway-error';
import { MAXIMUM_PASSWORD_LENGTH } from '../../../accounts/sign-in/password-policy';
import { perPerson } from '../../../accounts/sign-in/limits';
import { may, type Permission } from '../../../accounts/users/permission';
import { isStepUpDue, type SignedIn } from '../../../accounts/sessions/session';
import {
  checkProofs,
  NOTHING_USED_UP,
  type ProofAsked,
  type ProofRefusal,
  type TypedProofs,
  type UsedUp,
} from '../../../accounts/proofs/check-proofs';
import { promptForProof } from '../../../accounts/proofs/prompt-for-proof';
import { DEVICE_PROOF_REFUSALS } from '../../../accounts/proofs/vouching-devices';
import type { ProtectedAction } from '../../../accounts/proofs/proof-policy';
import { services, type Services } from '../../composition/compose';
import { keepPage } from '../../composition/request-answer';
import type { FormAction, FormState, PipelineRefusal } from '../../../shared/form-state';
import { formFields } from './form-fields';
import { recordRefusal } from './record-refusal';
import { requestOrigin } from './request-trace';
import { getVisitor, isSessionLeftIdle } from '../sessions/signed-in';

/** Says what an action is to the policy of proofs where that depends on whom and what it is about. */
type AskForProof<Input> = (services: Services, signedIn: SignedIn, input: Input) => Promise<ProofAsked>;

/**
 * @property typed for a use case that checks the proofs itself
 * @property usedUp what permits the action and must be used up by it; see `checkProofs`
 */
export type ActionContext = {
  services: Services;
  signedIn: SignedIn;
  origin: RequestOrigin;
  typed: TypedProofs;
  usedUp: UsedUp;
};

/**
 * Builds a server action, the action pipeline: session, permission, rate limit, schema, proofs where due, then the use
 * case. A gateway failure becomes a refusal with a sentence, and is logged as a warning. The use case checks ownership.
 * @param options.proof what the action is to the policy of proofs; null for one that needs none. The form's fields are
 *   `password`, `proofOneTimePassword`, `proofCodeDevice`, `proofPasskey`, `proofMailedCode` and `proofRecoveryCode`
 * @param options.kept typed values for the form to show again after a gateway failure
 * @param act may return something other than a form's state, for a button outside of a form
 */
export function formAction<Schema extends z.ZodType, Code extends string = never, Answer = never>(
  options: {
    permission: Permission;
    schema: Schema;
    proof: ProtectedAction | null | AskForProof<z.output<Schema>>;
    kept?: (input: z.output<Schema>) => Record<string, string>;
  },
  act: (input: z.output<Schema>, context: ActionContext) => Promise<FormState<Code> | NoInfer<Answer>>,
): FormAction<Code | PipelineRefusal, Answer> {
  return async (_previous, formData) => {
    const signedIn = await getVisitor();
    if (!signedIn) return { status: 'refused', code: (await isSessionLeftIdle()) ? 'signed-out-idle' : 'signed-out' };
    if (!may(signedIn, options.permission)) {
      await recordRefusal(signedIn, options.permission);
      return { status: 'refused', code: 'not-permitted' };
    }
    const app = await services();
    const usedUp = await app.accounts.rateLimiter.take([perPerson('action', signedIn.user)]);
    if (usedUp) return { status: 'refused', code: 'too-many-requests' };
    const input = options.schema.safeParse(formFields(formData));
    if (!input.success) return { status: 'refused', code: 'invalid-input', errors: invalidFields(input.error) };
    const origin = await requestOrigin();
    try {
      const { proof } = options;
      const prompt = typeof proof === 'function' ? await proof(app, signedIn, input.data) : proof && { action: proof };
      const proofs = typedProofs(formData);
      const result = prompt && (await checkProofs(app.proofs, signedIn, prompt, proofs, origin));
      if (result && !result.ok) return await refusedForProof(app, signedIn, prompt, result.refusal);
      const answer = await act(input.data, {
        services: app,
        signedIn,
        origin,
        typed: proofs,
        usedUp: result?.value ?? NOTHING_USED_UP,
      });
      if (hasSecret(answer)) keepPage();
      return answer;
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      app.logger.warn({ err: error }, 'the gateway failed');
      const fields = options.kept?.(input.data);
      return { status: 'refused', code: 'gateway-unreachable', ...(fields && { fields: fields }) };
    }
  };
}

/** Whether it is shown this one time; see `FormState`. */
function hasSecret(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'secret' in answer;
}

function invalidFields({ issues }: z.ZodError): Record<string, 'field-invalid'> {
  return Object.fromEntries(issues.map(({ path: [name] }) => [String(name), 'field-invalid']));
}

/** The refusal, with what is still to be proved. */
export async function refusedForProof(
  { proofs, phoneSignIn }: Services,
  signedIn: SignedIn,
  asked: ProofAsked,
  code: ProofRefusal,
): Promise<FormState<ProofRefusal>> {
  const { clock, settings, sessions } = proofs;
  const now = clock.now();
  // What was right in this request counts for the next.
  const session = (await sessions.find(signedIn.session.id, now)) ?? signedIn.session;
  const isAboutIdentity =
    ABOUT_IDENTITY.has(code) || (code === 'passkey-refused' && isStepUpDue(session, settings.stepUpAgeMs, now));
  if (!isAboutIdentity && !ABOUT_SECOND_PROOF.has(code)) return { status: 'refused', code };
  const proved = { ...signedIn, session };
  const prompt = await promptForProof(proofs, proved, asked, phoneSignIn !== null, [
    isAboutIdentity ? 'identity' : 'second',
  ]);
  if (!prompt) return { status: 'refused', code };
  if (code !== 'too-many-one-time-passwords') return { status: 'refused', code, prompt };
  const second = prompt.second?.filter((way) => way !== 'one-time-password') ?? null;
  return { status: 'refused', code, prompt: { ...prompt, second } };
}

const ABOUT_SECOND_PROOF: ReadonlySet<ProofRefusal> = new Set([
  'second-proof-required',
  ...DEVICE_PROOF_REFUSALS,
  'passkey-refused',
  'recovery-code-mistyped',
  'recovery-code-wrong',
  'too-many-recovery-codes',
  'mailed-code-wrong',
]);

const ABOUT_IDENTITY: ReadonlySet<ProofRefusal> = new Set(['step-up-required', 'wrong-password', 'too-busy']);

function typedProofs(formData: FormData): TypedProofs {
  // Of any length: an oversized answer is refused and recorded like any other that is malformed.
  const passkey = formData.get('proofPasskey');
  return {
    password: shortText(formData, 'password'),
    oneTimePassword: shortText(formData, 'proofOneTimePassword'),
    codeDevice: shortText(formData, 'proofCodeDevice'),
    recoveryCode: shortText(formData, 'proofRecoveryCode'),
    mailedCode: shortText(formData, 'proofMailedCode'),
    passkey: passkey === '' || typeof passkey !== 'string' ? null : passkey,
  };
}

function shortText(formData: FormData, name: string): string | null {
  const text = formData.get(name);
  return typeof text === 'string' && text.length <= MAXIMUM_PASSWORD_LENGTH ? text : null;
}
