import type { Clock } from '../shared/time/clock';
import type { Random } from '../shared/random';
import type { Carriers } from './carrier';
import type { Outbox } from './outbox';

/** What sending messages needs. */
export type MessagesPorts = { outbox: Outbox; carriers: Carriers; clock: Clock; random: Random };
