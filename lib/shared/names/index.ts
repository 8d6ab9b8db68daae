import {
  accountNames,
  approvalsNames,
  auditNames,
  caseNames,
  findUserNames,
  invitationNames,
  numbersNames,
  operationNames,
  reissueNames,
  serviceAccountNames,
  userNames,
} from './staff-names';
import {
  activationLinkNames,
  activationNames,
  confirmCallerNames,
  invitedNames,
  newActivationNames,
  notMeNames,
  stepNames,
} from './activation-names';
import { areaNames } from './area-names';
import { backupNames, contactNames, passkeysNames, profileNames, recoveryCodeNames } from './profile-names';
import {
  deviceNames,
  deviceNotificationNames,
  devicesNames,
  hardwareNames,
  replacementNames,
  testLoginNames,
} from './device-names';
import {
  passwordNames,
  phoneSignInNames,
  proofNames,
  registerNames,
  sentOneTimePasswordNames,
  signInNames,
  typedResponseNames,
} from './sign-in-names';
import { lostPhoneNames } from './lost-phone-names';
import { setupNames } from './setup-names';
import { phoneAppNames } from './phone-app-names';
import { phoneCheckNames } from './phone-check-names';

const CATALOGUE = {
  account: accountNames,
  activation: activationNames,
  activationLink: activationLinkNames,
  approvals: approvalsNames,
  area: areaNames,
  audit: auditNames,
  case: caseNames,
  confirmCaller: confirmCallerNames,
  contact: contactNames,
  device: deviceNames,
  deviceNotification: deviceNotificationNames,
  devices: devicesNames,
  hardware: hardwareNames,
  findUser: findUserNames,
  invitation: invitationNames,
  invited: invitedNames,
  lostPhone: lostPhoneNames,
  newActivation: newActivationNames,
  notMe: notMeNames,
  numbers: numbersNames,
  operation: operationNames,
  passkeys: passkeysNames,
  password: passwordNames,
  phoneApp: phoneAppNames,
  phoneCheck: phoneCheckNames,
  phoneSignIn: phoneSignInNames,
  profile: profileNames,
  proof: proofNames,
  backup: backupNames,
  recoveryCode: recoveryCodeNames,
  reissue: reissueNames,
  replacement: replacementNames,
  serviceAccount: serviceAccountNames,
  setup: setupNames,
  register: registerNames,
  sentOneTimePassword: sentOneTimePasswordNames,
  signIn: signInNames,
  step: stepNames,
  testLogin: testLoginNames,
  typedResponse: typedResponseNames,
  user: userNames,
} as const;

const PLACEHOLDER = /\{(\w+)\}/g;

/** `'Account: {name}, {userId}'` takes two. */
type ValuesOf<Name extends string> = Name extends `${string}{${string}}${infer Rest}`
  ? [string, ...ValuesOf<Rest>]
  : [];

/** A name with values in it is a function of them, in the order of the English name. */
type Callable<Group> = {
  readonly [Key in keyof Group]: Group[Key] extends string
    ? ValuesOf<Group[Key]> extends []
      ? Group[Key]
      : (...values: ValuesOf<Group[Key]>) => string
    : Callable<Group[Key]>;
};

/** The same keys with the texts of any language. */
type InAnyLanguage<Group> = {
  readonly [Key in keyof Group]: Group[Key] extends string
    ? string
    : Group[Key] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : InAnyLanguage<Group[Key]>;
};

type EnglishNames = Callable<typeof CATALOGUE>;

/** The accessible names of pages in one of the site's languages. */
export type Names = InAnyLanguage<EnglishNames>;

/** The accessible names that suites rely on, by screen. For tests: a page imports the file of its area alone. */
export const names = callable(CATALOGUE, (text) => text) as EnglishNames;

/**
 * The same names in other words.
 * @param translate the English text to that of the language, with the same placeholders
 */
export function translateNames(translate: (text: string) => string): Names {
  return callable(CATALOGUE, translate) as Names;
}

function callable(entry: object | string, translate: (text: string) => string): unknown {
  if (typeof entry === 'object')
    return Object.fromEntries(
      Object.entries(entry).map(([key, inner]) => [key, callable(inner as object | string, translate)]),
    );
  const places = [...entry.matchAll(PLACEHOLDER)].map(([, place]) => place);
  const text = translate(entry);
  if (places.length === 0) return text;
  const name = (...values: string[]) =>
    text.replaceAll(PLACEHOLDER, (_, place: string) => values[places.indexOf(place)] ?? '');
  return Object.defineProperty(name, 'length', { value: places.length });
}
