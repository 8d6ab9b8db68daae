import type { FaultKind } from './fault';

type Description = {
  /** The text after the colon, as in `status:503`; null if there is none. */
  argument: string | null;
  /** How often the server carries the call out. `late`: once, after the next call. */
  isCarriedOut: 'no' | 'once' | 'twice' | 'late';
  does: string;
};

const describe = (isCarriedOut: Description['isCarriedOut'], does: string, argument: string | null = null) =>
  ({ argument, isCarriedOut, does }) satisfies Description;

/** Every fault, for programs that run through them and for people who choose one. */
export const FAULTS = {
  refused: describe('no', 'The connection is reset, and new ones are refused until the fault is cleared.'),
  certificate: describe(
    'no',
    'The connection is reset, and new ones meet a wrong certificate until the fault is cleared.',
    'untrusted (when left out), expired or of-another-host',
  ),
  timeout: describe('no', 'Nothing is answered, and the connection stays open.'),
  reset: describe('no', 'The connection is reset instead of an answer.'),
  'lost-answer': describe('once', 'The call is carried out, and the connection is reset instead of the answer.'),
  delay: describe('once', 'The right answer comes late.', 'milliseconds'),
  'proxy-timeout': describe(
    'once',
    'Status 504 of a proxy that waits no longer; an answer that is there by then is passed on.',
    'milliseconds',
  ),
  drip: describe('once', 'The right answer comes one byte every 100 ms.'),
  'cut-off': describe(
    'once',
    'Half of the right answer, then the connection ends; its length was said to be the whole.',
  ),
  truncated: describe('once', 'Half of the right answer, as if it were all.'),
  huge: describe('once', 'The right answer, and ten megabytes of white space or comments behind it.'),
  'wrong-type': describe('once', 'The right answer, said to be application/octet-stream.'),
  html: describe('no', 'A page of a proxy, with status 200.'),
  status: describe('no', 'An HTTP status, with a line of text.', 'status'),
  redirect: describe('no', 'A redirection, to a port where nobody listens unless told.', 'address, may be left out'),
  'entity-bomb': describe('no', 'An XML document whose entities expand to a billion characters.'),
  'unknown-status': describe('no', 'A well-formed refusal with a status that no published table has.'),
  repeated: describe('twice', 'The call arrives twice, and the second answer is given.'),
  reordered: describe('late', 'The call arrives after the one that follows it.'),
  'clock-off': describe(
    'once',
    'The clock is wrong from this call on, until the fault is cleared.',
    'milliseconds ahead, negative for behind',
  ),
  'session-expired': describe('once', 'Every administration session ends just before the call.'),
  reply: describe('no', 'An answer that is given whole: status, headers and body, as JSON.', 'JSON'),
} as const satisfies Record<FaultKind, Description>;

export const FAULT_KINDS = Object.keys(FAULTS) as FaultKind[];
