import type { Fault, PlaceFault, WrongCertificate } from './fault';

/**
 * What surrounds a server's calls and can go wrong with it. A place that lacks a part cannot have its fault. `url` is the
 * origin of one server; null means all of the place.
 */
export type Place = {
  /** Stops listening, which resets open connections, or listens again at the same address. */
  listen?: (url: string | null, isListening: boolean) => Promise<void>;
  /** Shows a certificate from the next connection on, and resets open ones; null for the right certificate. */
  present?: (url: string | null, certificate: WrongCertificate | null) => void;
  /** @param ms ahead of the true time; 0 puts it right */
  moveClock?: (ms: number) => void;
  endSessions?: () => void;
};

/** The part of a place that a fault needs. */
export const PARTS = {
  refused: 'listen',
  certificate: 'present',
  'clock-off': 'moveClock',
  'session-expired': 'endSessions',
} as const satisfies Record<PlaceFault['kind'], keyof Place>;

export function isPlaceFault(wrong: Fault): wrong is PlaceFault {
  return wrong.kind in PARTS;
}
