import { z } from 'zod';
import type { QueueFilter } from '@/components/helpdesk/queues/queue-filter';

/** Which invitations the queue's address asks for; whatever is malformed counts as not said. */
export const queueSchema = z.object({
  who: z.enum(['all', 'mine']).catch('all'),
  state: z.enum(['all', 'live', 'ended', 'failed']).catch('all'),
}) satisfies z.ZodType<QueueFilter>;
