import type { Reply } from './reply';

/** How a certificate is wrong: of an unknown authority, of yesterday, of another host. */
export const WRONG_CERTIFICATES = ['untrusted', 'expired', 'of-another-host'] as const;
export type WrongCertificate = (typeof WRONG_CERTIFICATES)[number];

/** What goes wrong with one answer. Any server can do it, and any line in front of one. */
type AnswerFault =
  | { kind: 'timeout' | 'reset' | 'lost-answer' | 'drip' | 'cut-off' | 'truncated' | 'huge' | 'wrong-type' | 'html' }
  | { kind: 'entity-bomb' | 'unknown-status' | 'repeated' | 'reordered' }
  /** @property ms wait before the right answer, in milliseconds */
  | { kind: 'delay'; ms: number }
  /** @property ms after which a proxy in front of the server gives up */
  | { kind: 'proxy-timeout'; ms: number }
  /** @property status from 300 to 599, or a success that should have been an answer */
  | { kind: 'status'; status: number }
  /** @property url where to */
  | { kind: 'redirect'; url: string }
  /** Whatever the test wants. */
  | { kind: 'reply'; reply: Reply };

/**
 * What goes wrong with a place rather than with an answer: its listener, its certificate, its clock, its sessions. It begins with
 * the call that it is set for, and, except for `session-expired`, lasts until it is cleared.
 */
export type PlaceFault =
  | { kind: 'refused' }
  | { kind: 'certificate'; certificate: WrongCertificate }
  /** @property ms how far the clock is ahead; negative when it is behind */
  | { kind: 'clock-off'; ms: number }
  | { kind: 'session-expired' };

/** One thing that goes wrong. Plain data, so that it can be sent to a process that runs. What each does: `FAULTS`. */
export type Fault = AnswerFault | PlaceFault;
export type FaultKind = Fault['kind'];

/** Nothing listens there: a port of this machine that only the system may open (RFC 863, discard). */
const ELSEWHERE = 'https://127.0.0.1:9/elsewhere';

/** Makes faults: `faults.once('MdlAddDevice', fault.timeout())`. */
export const fault = {
  refused: (): Fault => ({ kind: 'refused' }),
  certificate: (certificate: WrongCertificate = 'untrusted'): Fault => ({ kind: 'certificate', certificate }),
  timeout: (): Fault => ({ kind: 'timeout' }),
  reset: (): Fault => ({ kind: 'reset' }),
  lostAnswer: (): Fault => ({ kind: 'lost-answer' }),
  delay: (ms: number): Fault => ({ kind: 'delay', ms }),
  proxyTimeout: (ms: number): Fault => ({ kind: 'proxy-timeout', ms }),
  drip: (): Fault => ({ kind: 'drip' }),
  cutOff: (): Fault => ({ kind: 'cut-off' }),
  truncated: (): Fault => ({ kind: 'truncated' }),
  huge: (): Fault => ({ kind: 'huge' }),
  wrongType: (): Fault => ({ kind: 'wrong-type' }),
  html: (): Fault => ({ kind: 'html' }),
  status: (status: number): Fault => ({ kind: 'status', status }),
  redirect: (url = ELSEWHERE): Fault => ({ kind: 'redirect', url }),
  entityBomb: (): Fault => ({ kind: 'entity-bomb' }),
  unknownStatus: (): Fault => ({ kind: 'unknown-status' }),
  repeated: (): Fault => ({ kind: 'repeated' }),
  reordered: (): Fault => ({ kind: 'reordered' }),
  clockOff: (ms: number): Fault => ({ kind: 'clock-off', ms }),
  sessionExpired: (): Fault => ({ kind: 'session-expired' }),
  reply: (reply: Reply): Fault => ({ kind: 'reply', reply }),
} as const;
