import type { Fault, FaultKind } from '@/lib/kit/faults/fault';
import { fault } from '@/lib/kit/faults/fault';
import { HOUR, SECOND } from '@/lib/shared/time/duration';

/** What came of a try, in the words that people read. */
export type Outcome = {
  /** What the page says. */
  person: string;
  phone: string;
  kept: string;
  /** How the next try ends once nothing is wrong. */
  later: string;
};

/** One call, one fault, and what came of it: `once` when it fails a single time, the rest when it fails until it is put right. */
export type Cell = Outcome & { call: string; fault: FaultName; once: string };

/** Faults of an answer or a connection, by the name that the published table has for them. */
export const FAULTS_OF_A_CALL = {
  refused: fault.refused(),
  timeout: fault.timeout(),
  reset: fault.reset(),
  'answer lost': fault.lostAnswer(),
  'answer after 5 s': fault.delay(5 * SECOND),
  'slow drip': fault.drip(),
  'cut off': fault.cutOff(),
  truncated: fault.truncated(),
  'too large': fault.huge(),
  'wrong type': fault.wrongType(),
  'HTML page': fault.html(),
  'status 500': fault.status(500),
  'status 503': fault.status(503),
  redirect: fault.redirect(),
  'unknown refusal': fault.unknownStatus(),
  repeated: fault.repeated(),
  reordered: fault.reordered(),
} as const satisfies Record<string, Fault>;

/** Faults of a server that is reached over TLS and keeps a clock and sessions of its own. */
export const FAULTS_OF_A_PLACE = {
  'wrong certificate': fault.certificate('untrusted'),
  'expired certificate': fault.certificate('expired'),
  'certificate of another host': fault.certificate('of-another-host'),
  'clock 1 h ahead': fault.clockOff(HOUR),
  'clock 1 h behind': fault.clockOff(-HOUR),
  'session ended': fault.sessionExpired(),
  'entity bomb': fault.entityBomb(),
} as const satisfies Record<string, Fault>;

/** Faults of a push service, whose statuses are RFC 8030’s, and of the server between the request and the push message. */
export const FAULTS_OF_A_PUSH_SERVICE = {
  refused: fault.refused(),
  timeout: fault.timeout(),
  reset: fault.reset(),
  'answer lost': fault.lostAnswer(),
  redirect: fault.redirect(),
  'status 400': fault.status(400),
  'status 404': fault.status(404),
  'status 410': fault.status(410),
  'status 413': fault.status(413),
  'status 429': fault.reply({ status: 429, headers: { 'retry-after': '5' }, body: '' }),
  'status 500': fault.status(500),
  'status 503': fault.status(503),
  'server killed': null,
} as const satisfies Record<string, Fault | null>;

/** Faults of the processes behind the call. */
export const FAULTS_OF_A_PROCESS = ['server killed', 'database restarted', 'database frozen for 5 s'] as const;

export type FaultName =
  | keyof typeof FAULTS_OF_A_CALL
  | keyof typeof FAULTS_OF_A_PLACE
  | keyof typeof FAULTS_OF_A_PUSH_SERVICE
  | (typeof FAULTS_OF_A_PROCESS)[number];

type Tries = Outcome & { once: string };
type TryOnce = () => Promise<{ words: string; outcome: Outcome }>;
type TryLong = () => Promise<Outcome>;

/** What `later` begins with where a later try fails, which is a defect of the product. */
export const DOES_NOT_END_WELL = 'DOES NOT END WELL';

/** Some faults end with their call, and some last until they are put right; the others can be had either way. */
const SINGLE = new Set<FaultKind>(['reordered', 'session-expired']);
const LASTING = new Set<FaultKind>(['refused', 'certificate', 'clock-off']);

/**
 * Tries a fault both ways, as far as it has two.
 * @param tryOnce with the call failing a single time. Returns what came of it, and whether that was good
 * @param tryLong with the call failing until it is put right
 */
export async function bothWays(wrong: Fault, tryOnce: TryOnce, tryLong: TryLong): Promise<Tries> {
  try {
    return await tryBoth(wrong.kind, tryOnce, tryLong);
  } catch (error) {
    // The other cells are still worth having.
    const later = `${DOES_NOT_END_WELL}: ${error instanceof Error ? error.message : String(error)}`;
    return { once: '', person: '', phone: '', kept: '', later };
  }
}

async function tryBoth(kind: FaultKind, tryOnce: TryOnce, tryLong: TryLong): Promise<Tries> {
  if (LASTING.has(kind)) return { once: 'lasts until it is put right', ...(await tryLong()) };
  const { words, outcome } = await tryOnce();
  if (SINGLE.has(kind)) return { once: words, ...outcome };
  return { once: words, ...(await tryLong()) };
}

export const GOES_ON = 'goes on by itself';
