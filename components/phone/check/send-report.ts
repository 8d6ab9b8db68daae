import { postReport } from '@/lib/phone/post-report';
import { PHONE_CHECKS_PATH, type PhoneReport } from '@/lib/shared/phone-check';

/** What the website answers. @property expiresAt ISO 8601 */
export type KeptReport = { code: string; expiresAt: string };

/** @returns why there is no code: too many were made from this network, or there was no answer */
export async function sendReport(report: PhoneReport): Promise<KeptReport | 'too-many' | 'not-sent'> {
  const answer = await postReport(PHONE_CHECKS_PATH, report);
  if (answer?.status === 429) return 'too-many';
  if (answer?.status !== 201) return 'not-sent';
  return (answer.json() as Promise<KeptReport>).catch(() => 'not-sent' as const);
}
