import { z } from 'zod';
import { keepPhoneCheck } from '@/lib/helpdesk/checks/keep-phone-check';
import { services } from '@/lib/composition/compose';
import { ENGINES, PLATFORMS } from '@/lib/shared/app-place';
import { FARTHEST_CLOCK, formatPhoneCheckCode, LONGEST_ANSWER, READINGS } from '@/lib/shared/phone-check';
import { readAtMost } from '@/lib/shared/read-at-most';
import { parseStrictObject } from '@/lib/shared/strict-json';
import { requestOrigin } from '@/lib/web/actions/request-trace';
import { uncachedJson, uncachedRefusal } from '@/lib/web/answers/uncached';

/** A report has some 350. */
const MAXIMUM_BYTES = 1_024;

/** Closed values and bounded numbers alone: there is no place for a text of somebody's own. */
const reportSchema = z.strictObject({
  platform: z.enum(PLATFORMS),
  engine: z.enum(ENGINES),
  camera: z.enum(READINGS.camera),
  storage: z.enum(READINGS.storage),
  clockSeconds: z.int().min(-FARTHEST_CLOCK).max(FARTHEST_CLOCK).nullable(),
  passkeys: z.enum(READINGS.passkeys),
  push: z.enum(READINGS.push),
  homeScreen: z.enum(READINGS.homeScreen),
  network: z.enum(READINGS.network),
  answeredMs: z.int().min(0).max(LONGEST_ANSWER).nullable(),
  offlineStart: z.enum(READINGS.offlineStart),
});

/** Keeps what a phone found out about itself, for the helpdesk. The endpoint is public. */
export async function POST(request: Request): Promise<Response> {
  // Browsers send this media type across origins only after a CORS preflight, so no other website can report through
  // its visitors.
  if (request.headers.get('content-type') !== 'application/json') return uncachedRefusal(415);
  const body = await readAtMost(request.body ?? [], MAXIMUM_BYTES);
  if (!body) return uncachedRefusal(413);
  const report = reportSchema.safeParse(parseStrictObject(body));
  if (!report.success) return uncachedRefusal(400);
  const { phoneChecks } = await services();
  const kept = await keepPhoneCheck(phoneChecks, report.data, await requestOrigin());
  if (!kept.ok) return uncachedRefusal(429);
  const { code, expiresAt } = kept.value;
  return uncachedJson({ code: formatPhoneCheckCode(code), expiresAt: expiresAt.toISOString() }, 201);
}
