import { activationNames } from './activation-names';
import { areaNames } from './area-names';
import { deviceNames } from './device-names';
import { devicesNames } from './devices-names';
import { invitedNames } from './invited-names';
import { newActivationNames } from './new-activation-names';
import { notMeNames } from './not-me-names';
import { passkeysNames } from './passkeys-names';
import { passwordNames } from './password-names';
import { phoneSignInNames } from './phone-sign-in-names';
import { profileNames } from './profile-names';
import { proofNames } from './proof-names';
import { recoveryCodeNames } from './recovery-code-names';
import { replacementNames } from './replacement-names';
import { signInNames } from './sign-in-names';
import { testLoginNames } from './test-login-names';

/** The accessible names that suites rely on, by screen. For tests: a page imports the file of its screen alone. */
export const names = {
  activation: activationNames,
  area: areaNames,
  device: deviceNames,
  devices: devicesNames,
  invited: invitedNames,
  newActivation: newActivationNames,
  notMe: notMeNames,
  passkeys: passkeysNames,
  password: passwordNames,
  phoneSignIn: phoneSignInNames,
  profile: profileNames,
  proof: proofNames,
  recoveryCode: recoveryCodeNames,
  replacement: replacementNames,
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
