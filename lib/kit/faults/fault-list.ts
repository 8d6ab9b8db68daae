import type { FaultKind, PlaceFault } from './fault';

type Description = {
  /** What is written behind the colon in text, as in `status:503`; null when nothing is. */
  argument: string | null;
  /** How often the server does what it was asked. `late`: once, after the next call. */
  isCarriedOut: 'no' | 'once' | 'twice' | 'late';
  /** A part of the place without which there is no such fault. */
  needs: PlaceFault['kind'] | null;
  does: string;
};

const spoilt = (isCarriedOut: Description['isCarriedOut'], does: string, argument: string | null = null) =>
  ({ argument, isCarriedOut, needs: null, does }) satisfies Description;

/** Every fault, for programs that run through them and for people who choose one. */
export const FAULTS = {
  refused: {
    argument: null,
    isCarriedOut: 'no',
    needs: 'refused',
    does: 'The connection is reset, and new ones are refused until the fault is cleared.',
  },
  certificate: {
    argument: 'untrusted | expired | of-another-host',
    isCarriedOut: 'no',
    needs: 'certificate',
    does: 'The connection is reset, and new ones meet a wrong certificate until the fault is cleared.',
  },
  timeout: spoilt('no', 'Nothing is answered, and the connection stays open.'),
  reset: spoilt('no', 'The connection is reset instead of an answer.'),
  'lost-answer': spoilt('once', 'The call is carried out, and the connection is reset instead of the answer.'),
  delay: spoilt('once', 'The right answer comes late.', 'milliseconds'),
  drip: spoilt('once', 'The right answer comes one byte every 100 ms.'),
  'cut-off': spoilt('once', 'Half of the right answer, then the connection ends; its length was said to be the whole.'),
  truncated: spoilt('once', 'Half of the right answer, as if it were all.'),
  huge: spoilt('once', 'The right answer, and ten megabytes of white space or comments behind it.'),
  'wrong-type': spoilt('once', 'The right answer, said to be application/octet-stream.'),
  html: spoilt('no', 'A page of a proxy, with status 200.'),
  status: spoilt('no', 'An HTTP status, with a line of text.', 'status'),
  redirect: spoilt('no', 'A redirection, to a port where nobody listens unless told.', 'address, may be left out'),
  'entity-bomb': spoilt('no', 'An XML document whose entities expand to a billion characters.'),
  'unknown-status': spoilt('no', 'A well-formed refusal with a status that no published table has.'),
  repeated: spoilt('twice', 'The call arrives twice, and the second answer is given.'),
  reordered: spoilt('late', 'The call arrives after the one that follows it.'),
  'clock-off': {
    argument: 'milliseconds ahead, negative for behind',
    isCarriedOut: 'once',
    needs: 'clock-off',
    does: 'The clock is wrong from this call on, until the fault is cleared.',
  },
  'session-expired': {
    argument: null,
    isCarriedOut: 'once',
    needs: 'session-expired',
    does: 'Every administration session ends just before the call.',
  },
  reply: spoilt('no', 'An answer that is given whole: status, headers and body, as JSON.', 'JSON'),
} as const satisfies Record<FaultKind, Description>;

export const FAULT_KINDS = Object.keys(FAULTS) as FaultKind[];
