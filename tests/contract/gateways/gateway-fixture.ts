import type { ActivationGateway, GatewayCapabilities, Observation } from '@/lib/activation/activation-gateway';
import type { AuthenticatorDirectory } from '@/lib/devices/authenticator-directory';

/** A phone that can be led through the four connections. */
export type ContractPhone = {
  step(): Promise<'done' | 'refused'>;
  /** What it shows now, once it is activated. */
  oneTimePassword(at: Date): Promise<string>;
};

export type GatewayFixture = {
  gateway: ActivationGateway;
  directory: AuthenticatorDirectory;
  /** Makes a person known at the gateway. @returns what they register with; null where it takes nothing */
  addUser(user: { userId: string; domain: string }): Promise<string | null>;
  /** Locks somebody out, as the gateway does by itself; where it does. */
  lockOut?(user: { userId: string; domain: string }): Promise<void>;
  /** Devices that a person may have at a time. */
  activationLimit: number;
  /** @param text what the image says */
  phone(text: string): ContractPhone;
  /** Makes proofs that do not hold until the gateway has had enough. */
  guess(text: string): Promise<void>;
  now(): Date;
  pass(milliseconds: number): void;
};

/** What an adapter says of itself, which decides what is asked of it. */
export type GatewayTraits = Omit<GatewayCapabilities, 'gatewayId'> & {
  /** Whether it tells that a registration has ended from a wrong code of an offline activation. */
  tellsOver: boolean;
  /** The ends that `observe` can tell apart. */
  tellsEnds: readonly Exclude<Observation['state'], 'issued' | 'scanned' | 'verified' | 'linked' | 'active'>[];
};
