import { MINUTE, SECOND } from '../../shared/time/duration';

/** Share of what a process holds of a kind: enough for a company behind one address, but not all. */
const SHARE = 0.25;

/** New work ends within moments, so that one network may have more of it. */
const SHARE_OF_WORK = 0.75;

/** Besides the long polls of pages and phones. */
const SPARE_CONNECTIONS = 5_000;

/** How much one process, and in it one network, may hold open of one kind of unfinished work. */
export type HeldOpen = {
  what: string;
  inAll: number;
  perNetwork: number;
  /** Null for work whose length the server decides. */
  longestMs: number | null;
  /** What happens to a further one when it is used up. */
  whenFull: string;
};

/** Up to this much, a body has less time. */
export const SHORT_BODY_BYTES = 16 * 1_024;

/**
 * Requests and connections whose duration the client decides. A network is an IPv4 address or an IPv6 /64: of the
 * client as the trusted proxies name it, or, for connections, which exist before any header, of the peer, and then not
 * behind a proxy. Requests under way are counted by the /56 and the /48 too (`LoadShedder`).
 * @param waitingPages long polls of pages held at a time, and as many of phones
 */
export function heldOpen(waitingPages: number) {
  const connections = 2 * waitingPages + SPARE_CONNECTIONS;
  return {
    connection: {
      what: 'connections, idle ones among them',
      ...shared(connections),
      longestMs: 65 * SECOND,
      whenFull: 'the next is closed at once',
    },
    head: {
      what: 'connections whose first headers have not come',
      inAll: connections,
      perNetwork: 64,
      longestMs: 10 * SECOND,
      whenFull: 'the oldest gets 408',
    },
    shortBody: {
      what: 'bodies of up to 16 kB that have not come whole',
      inAll: 1_024,
      perNetwork: 32,
      longestMs: 5 * SECOND,
      whenFull: 'the oldest gets 503 and `retry-after`',
    },
    longBody: {
      what: 'longer bodies that have not come whole',
      inAll: 256,
      perNetwork: 16,
      longestMs: 15 * SECOND,
      whenFull: 'the oldest gets 503 and `retry-after`',
    },
    answer: {
      what: 'answers that wait for their reader',
      inAll: 1_024,
      perNetwork: 32,
      longestMs: 10 * SECOND,
      whenFull: 'the oldest is cut off',
    },
    poll: {
      what: 'long polls of pages, and as many of phones',
      ...shared(waitingPages),
      longestMs: 25 * SECOND,
      whenFull: 'the next is answered at once, and told when to come back',
    },
    wait: {
      what: 'waits that programs ask for',
      ...shared(256),
      longestMs: 25 * SECOND,
      whenFull: 'the next is answered at once',
    },
    page: {
      what: 'requests under way: pages of people who are in',
      ...shared(64, SHARE_OF_WORK),
      longestMs: null,
      whenFull: 'the next gets 503 and `retry-after`',
    },
    new: {
      what: 'requests under way: starts, sign-ins, other pages',
      ...shared(64, SHARE_OF_WORK),
      longestMs: null,
      whenFull: 'the next gets 503 and `retry-after`',
    },
    'first-connection': {
      what: 'first calls of phones under way',
      ...shared(128, SHARE_OF_WORK),
      longestMs: null,
      whenFull: 'the next gets 503 and `retry-after`',
    },
    begun: {
      what: 'requests under way of something begun',
      ...shared(1_000, SHARE_OF_WORK),
      longestMs: null,
      whenFull: 'the next gets 503 and `retry-after`',
    },
    exchange: {
      what: 'key exchanges of phones without their second call',
      inAll: 100_000,
      perNetwork: 256,
      longestMs: 5 * MINUTE,
      whenFull: 'the next first call gets 429 and `retry-after`',
    },
  } as const satisfies Record<string, HeldOpen>;
}

function shared(inAll: number, share = SHARE): Pick<HeldOpen, 'inAll' | 'perNetwork'> {
  return { inAll, perNetwork: Math.ceil(inAll * share) };
}

export type HeldOpenKind = keyof ReturnType<typeof heldOpen>;

/** What does not depend on the number of pages that wait. */
export const HELD_OPEN: Omit<ReturnType<typeof heldOpen>, 'connection' | 'head' | 'poll'> = heldOpen(0);
