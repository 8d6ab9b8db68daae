/** Why the action pipeline itself refuses a form, whatever the form is for. */
export type PipelineRefusal =
  | 'signed-out'
  /** A staff session that timed out. */
  | 'signed-out-idle'
  | 'not-permitted'
  | 'too-many-requests'
  | 'invalid-input'
  | 'field-invalid'
  | 'step-up-required'
  | 'second-proof-required'
  | 'not-a-one-time-password'
  | 'one-time-password-wrong'
  | 'already-used'
  | 'too-many-one-time-passwords'
  | 'passkey-refused'
  | 'recovery-code-mistyped'
  | 'recovery-code-wrong'
  | 'too-many-recovery-codes'
  | 'mailed-code-wrong'
  | 'wrong-password'
  | 'too-many-attempts'
  | 'too-busy'
  | 'gateway-unreachable';

/** How a user can give a proof that is missing. */
export type ProofWay =
  | 'password'
  | 'passkey'
  | 'provider'
  | 'phone'
  | 'one-time-password'
  | 'mailed-code'
  | 'recovery-code'
  | 'helpdesk';

/**
 * A server action's answer to its form. The sentence for `code` is chosen where it is displayed; `secret` is displayed this
 * one time; `next` is the path of the page that the form leads to.
 */
export type FormState<Code extends string> =
  | { status: 'idle' }
  | RefusedForm<Code>
  | { status: 'done'; code?: string; secret?: string; next?: string };

/**
 * What a form asks its user to prove before it does something. A need that is met is null; one that is not has the ways
 * to meet it, in the order in which to offer them.
 * @property identity who somebody is
 * @property second that they have more than a password
 * @property codeDevices devices whose one-time password can prove it, by name, the default first; empty if there is no
 *   choice
 * @property providerName of the OpenID provider as shown to users, if it is one of the ways
 * @property trustedNext ISO 8601: when a new device of theirs can give a proof
 */
export type ProofPrompt = {
  identity: readonly ProofWay[] | null;
  second: readonly ProofWay[] | null;
  codeDevices: readonly { instanceId: string; name: string }[];
  providerName: string | null;
  trustedNext: string | null;
};

/**
 * @property fields the entered values to show again, without secrets
 * @property errors of single fields, by their names
 * @property prompt what is still to be proved
 */
export type RefusedForm<Code extends string> = {
  status: 'refused';
  code: Code;
  fields?: Record<string, string>;
  errors?: Partial<Record<string, Code>>;
  prompt?: ProofPrompt;
};

/**
 * A server action as forms take it. It ignores the previous state, so that an action with few codes fits a form with
 * sentences for many; a code without a sentence does not compile.
 */
export type FormAction<Code extends string, Answer = never> = (
  previous: unknown,
  formData: FormData,
) => Promise<FormState<Code> | Answer>;

export const IDLE = { status: 'idle' } as const;
