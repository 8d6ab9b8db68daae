import { PHONE_CHECKS_PATH, type PhoneReport } from '@/lib/shared/phone-check';

/** In milliseconds. */
const TIMEOUT = 10_000;

/** What the website answers. @property expiresAt ISO 8601 */
export type KeptReport = { code: string; expiresAt: string };

/** @returns why there is no code: too many were made from this network, or there was no answer */
export async function sendReport(report: PhoneReport): Promise<KeptReport | 'too-many' | 'not-sent'> {
  try {
    const answer = await fetch(PHONE_CHECKS_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report),
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (answer.status === 429) return 'too-many';
    if (answer.status !== 201) return 'not-sent';
    return (await answer.json()) as KeptReport;
  } catch {
    return 'not-sent';
  }
}
