import { z } from 'zod';
import { reportForgedImage } from '@/lib/activation/image/report-forged-image';
import { services } from '@/lib/server/composition/compose';
import { FORGERIES, LONGEST_CLAIMED_USER_ID } from '@/lib/shared/codes/forged-image-report';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { readReport } from '@/lib/server/web/answers/read-json';
import { NO_STORE, uncachedRefusal } from '@/lib/server/web/answers/uncached';

/** Room for the 255 characters of a report, up to four bytes each, and its few other fields. */
const MAXIMUM_BYTES = 2_048;

const reportSchema = z.strictObject({
  forgery: z.enum(FORGERIES),
  keyId: z.string().regex(/^[0-9a-f]{8}$/),
  claimedUserId: z
    .string()
    .max(LONGEST_CLAIMED_USER_ID)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u),
});

/** Records an image that a phone refused. The endpoint is public, so its answer reveals nothing. */
export async function POST(request: Request): Promise<Response> {
  const report = await readReport(request, reportSchema, MAXIMUM_BYTES);
  if (!report.ok) return report.response;
  const { accounts } = await services();
  const reported = await reportForgedImage(accounts, report.value, await requestOrigin());
  return reported.ok ? new Response(null, { status: 204, headers: NO_STORE }) : uncachedRefusal(429);
}
