import { activationNames } from './activation-names';
import { newActivationNames } from './new-activation-names';
import { passwordNames } from './password-names';
import { proofNames } from './proof-names';
import { signInNames } from './sign-in-names';
import { testLoginNames } from './test-login-names';

/** The accessible names that suites rely on, by screen. For tests: a page imports the file of its screen alone. */
export const names = {
  activation: activationNames,
  newActivation: newActivationNames,
  password: passwordNames,
  proof: proofNames,
  signIn: signInNames,
  testLogin: testLoginNames,
} as const;

/** What a catalogue in any language has: the same keys, and functions of the same values. */
export type Names = Worded<typeof names>;

type Worded<Group> = {
  readonly [Key in keyof Group]: Group[Key] extends string
    ? string
    : Group[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : Worded<Group[Key]>;
};
