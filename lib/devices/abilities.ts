import type { AuthenticatorDirectory, OffReason } from './authenticator-directory';

/** An app on a phone, a device of its own, or codes that the gateway sends. */
export type AuthenticatorKind = 'phone' | 'hardware' | 'virtual';

/** What people may want to do with an authenticator. */
export const ABILITIES = ['test', 'rename', 'unlock', 'lock', 'remove', 'pin', 'clock'] as const;
export type Ability = (typeof ABILITIES)[number];

/** Why a kind of authenticator has no such thing, whatever the gateway can. Pages choose the sentence. */
export type KindReason =
  | 'pin-in-the-app'
  | 'clock-of-the-phone'
  | 'belongs-to-organisation'
  | 'locked-with-account'
  | 'code-is-sent'
  | 'has-no-clock';

type Capability = (directory: Pick<AuthenticatorDirectory, 'capabilities' | 'hardware'>) => true | OffReason;

const ofDirectory =
  (name: keyof AuthenticatorDirectory['capabilities']): Capability =>
  ({ capabilities }) =>
    capabilities[name];
const ofHardware =
  (name: keyof NonNullable<AuthenticatorDirectory['hardware']>): Capability =>
  ({ hardware }) =>
    hardware?.[name] ?? 'not-offered';

/** By kind, what decides: a capability of the gateway, or the kind itself. */
const DECIDED_BY: Readonly<Record<AuthenticatorKind, Readonly<Record<Ability, Capability | KindReason>>>> = {
  phone: {
    test: ofDirectory('testOneTimePassword'),
    rename: ofDirectory('rename'),
    unlock: ofDirectory('unlock'),
    lock: ofDirectory('lock'),
    remove: ofDirectory('remove'),
    pin: 'pin-in-the-app',
    clock: 'clock-of-the-phone',
  },
  hardware: {
    test: ofHardware('test'),
    rename: ofDirectory('rename'),
    unlock: 'locked-with-account',
    lock: 'locked-with-account',
    remove: 'belongs-to-organisation',
    pin: ofHardware('pin'),
    clock: ofHardware('clock'),
  },
  virtual: {
    test: 'code-is-sent',
    rename: ofDirectory('rename'),
    unlock: 'locked-with-account',
    lock: 'locked-with-account',
    remove: 'belongs-to-organisation',
    pin: ofHardware('pin'),
    clock: 'has-no-clock',
  },
};

export type Abilities = Readonly<Record<Ability, true | OffReason | KindReason>>;

/** What can be done with an authenticator of a kind, and why not. */
export function abilitiesOf(
  kind: AuthenticatorKind,
  directory: Pick<AuthenticatorDirectory, 'capabilities' | 'hardware'>,
): Abilities {
  const decide = (ability: Ability) => {
    const decidedBy = DECIDED_BY[kind][ability];
    return typeof decidedBy === 'string' ? decidedBy : decidedBy(directory);
  };
  return Object.fromEntries(ABILITIES.map((ability) => [ability, decide(ability)])) as Abilities;
}

/** Whether more is missing than what a phone's app and its clock do by themselves. */
export function isLimited({ pin: _pin, clock: _clock, ...others }: Abilities): boolean {
  return Object.values(others).some((able) => able !== true);
}
