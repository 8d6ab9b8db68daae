import { services } from '@/lib/services';
import { within } from '@/lib/shared/within';
import { SECOND } from '@/lib/shared/duration';
import { uncachedJson } from '@/lib/web/uncached';

const PATIENCE_MS = 3 * SECOND;

/** Whether each part is well: 200, or 503 when one is not. Why it is not stands in the log. */
export async function GET(): Promise<Response> {
  const { checks, logger } = await services();
  const answers = await Promise.all(
    Object.entries(checks).map(async ([part, check]) => {
      try {
        await within(PATIENCE_MS, check());
        return [part, 'ok'] as const;
      } catch (error) {
        logger.warn({ err: error, part }, 'a health check failed');
        return [part, 'failed'] as const;
      }
    }),
  );
  const isWell = answers.every(([, state]) => state === 'ok');
  return uncachedJson({ status: isWell ? 'ok' : 'failed', ...Object.fromEntries(answers) }, isWell ? 200 : 503);
}
