import { type ImageRenderer, RendererError } from '../image-renderer';
import type { Bytes } from '../../../shared/bytes';
import { readAtMost } from '../../../shared/read-at-most';
import { checkedCronto, CRONTO_TIME_LIMIT_MS, MAXIMUM_CRONTO_BYTES, crontoQuery } from './cronto-png';

/**
 * Has Cronto images painted by the customer's own renderer: `GET <url>?format=CRONTO&message=<hex>` (OneSpan §5.1). The
 * address contains the activation password, so it appears in no error and no log, and redirects are not followed.
 */
export class CrontoRenderer implements ImageRenderer {
  readonly #url: string;
  readonly #timeoutMs: number;

  /** @param url may have a query of its own */
  constructor(url: string, timeoutMs = CRONTO_TIME_LIMIT_MS) {
    this.#url = url;
    this.#timeoutMs = timeoutMs;
  }

  /** Cronto has no room for a signature. */
  async render(payload: string): Promise<Bytes> {
    const address = new URL(this.#url);
    for (const [name, value] of Object.entries(crontoQuery(payload))) address.searchParams.set(name, value);
    const timeout = AbortSignal.timeout(this.#timeoutMs);
    try {
      return checkedCronto(await request(address, timeout));
    } catch (error) {
      if (error instanceof RendererError) throw error;
      throw timeout.aborted ? new RendererError('timeout') : new RendererError('unreachable', codeOf(error));
    }
  }
}

async function request(address: URL, signal: AbortSignal): Promise<Bytes> {
  const response = await fetch(address, {
    signal,
    redirect: 'manual',
    // Next.js's fetch could cache the answer on disk, under its address.
    cache: 'no-store',
    headers: { accept: 'image/png' },
  });
  const problem = problemOf(response);
  if (problem) {
    await response.body?.cancel();
    throw problem;
  }
  const png = await readAtMost(response.body ?? [], MAXIMUM_CRONTO_BYTES);
  if (png === null) throw new RendererError('too-large');
  return png;
}

function problemOf({ status, headers }: Response): RendererError | null {
  if (status >= 300 && status < 400) return new RendererError('redirected');
  if (status !== 200) return new RendererError('refused', `status ${status}`);
  const [type] = headers.get('content-type')?.toLowerCase().split(';') ?? [];
  return type?.trim() === 'image/png' ? null : new RendererError('wrong-type');
}

/** The system's code, such as `ECONNREFUSED`. */
function codeOf(error: unknown): string | undefined {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;
}
