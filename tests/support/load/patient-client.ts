import { setTimeout as delay } from 'node:timers/promises';
import { SECOND } from '@/lib/shared/time/duration';
import { HANG_MS } from '@/lib/kit/poll';
import { HttpClient, type HttpAnswer } from './http-client';

/** What came in the way of one request that was answered in the end. */
export type Trouble = { method: string; path: string; statuses: number[]; lost: number; endedAt: number };

/**
 * Asks again, a second later or when it is told to, what was answered with a failure of the server or not at all: as the
 * site's pages and phones do.
 */
export class PatientClient extends HttpClient {
  readonly troubles: Trouble[] = [];

  override async ask(...question: Parameters<HttpClient['ask']>): Promise<HttpAnswer> {
    const [path, { method = 'GET' } = {}] = question;
    const trouble: Trouble = { method, path, statuses: [], lost: 0, endedAt: 0 };
    const deadline = performance.now() + HANG_MS;
    for (;;) {
      const answer = await super.ask(...question).catch((error: unknown) => error as Error);
      const isFailed = answer instanceof Error || answer.status >= 500 || answer.status === 429;
      if (!isFailed || performance.now() > deadline) {
        trouble.endedAt = performance.now();
        if (trouble.lost + trouble.statuses.length > 0) this.troubles.push(trouble);
        if (answer instanceof Error) throw answer;
        return answer;
      }
      if (answer instanceof Error) trouble.lost++;
      else trouble.statuses.push(answer.status);
      const retryAfter = answer instanceof Error ? undefined : answer.headers['retry-after'];
      await delay(Number(retryAfter ?? 1) * SECOND);
    }
  }
}
