import { jsonReply, type Reply } from '../../faults/reply';

/** RFC 9457. */
export function problem(status: number, title: string): Reply {
  return jsonReply(status, { title, status }, { 'content-type': 'application/problem+json' });
}
