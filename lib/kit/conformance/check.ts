import type { Endpoint } from './endpoint';
import type { Registrar } from './registrar';

/** A prerequisite of a check. */
export type Need =
  /** A way to start activations. */
  | 'activation'
  /** A way to start a second activation of the same person. */
  | 'same-person'
  /** A way to reach the end of an activation's time. */
  | 'end-of-time'
  /** The cryptography of the profile that is open: without it a phone gets past connection 1 with the vendor's library alone. */
  | 'open-cryptography';

/**
 * What is known about the endpoint. `onespan`: only what is published about the vendor's gateway, and no cryptography.
 */
export const PROFILES = ['embedded', 'onespan'] as const;
export type ConformanceProfile = (typeof PROFILES)[number];

export type CheckContext = {
  endpoint: Endpoint;
  profile: ConformanceProfile;
  registrar: Registrar;
  /** Lets so much time pass for the endpoint as an activation can last. Resolves with what puts the time right. */
  reachEndOfTime: () => Promise<() => Promise<void>>;
};

/** One statement about the endpoint. */
export type Check = {
  /** Stable, for machines: `<group>.<name>`. */
  id: string;
  /** The expected behaviour of a gateway, as a sentence. */
  title: string;
  /** Where that is said. */
  clause: string;
  needs?: readonly Need[];
  /** Only there; in both profiles when left out. */
  profile?: ConformanceProfile;
  /** @throws Deviation when the endpoint does otherwise. @throws Unavailable when that could not be found out */
  run: (context: CheckContext) => Promise<void>;
};

export type CheckGroup = { name: string; checks: readonly Check[] };
