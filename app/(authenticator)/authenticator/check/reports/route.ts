import { z } from 'zod';
import { keepPhoneCheck } from '@/lib/helpdesk/desk/checks/keep-phone-check';
import { services } from '@/lib/server/composition/compose';
import { ENGINES, PLATFORMS } from '@/lib/shared/app-place';
import { FARTHEST_CLOCK, formatPhoneCheckCode, LONGEST_ANSWER, READINGS } from '@/lib/shared/phone-check';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { readReport } from '@/lib/server/web/answers/read-json';
import { uncachedJson, uncachedRefusal } from '@/lib/server/web/answers/uncached';

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
  const report = await readReport(request, reportSchema, MAXIMUM_BYTES);
  if (!report.ok) return report.response;
  const { phoneChecks } = await services();
  const kept = await keepPhoneCheck(phoneChecks, report.value, await requestOrigin());
  if (!kept.ok) return uncachedRefusal(429);
  const { code, expiresAt } = kept.value;
  return uncachedJson({ code: formatPhoneCheckCode(code), expiresAt: expiresAt.toISOString() }, 201);
}
