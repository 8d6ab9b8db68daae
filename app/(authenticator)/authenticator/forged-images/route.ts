import { z } from 'zod';
import { reportForgedImage } from '@/lib/activation/image/report-forged-image';
import { services } from '@/lib/composition/compose';
import { FORGERIES, LONGEST_CLAIMED_USER_ID } from '@/lib/shared/codes/forged-image-report';
import { readAtMost } from '@/lib/shared/read-at-most';
import { parseStrictObject } from '@/lib/shared/strict-json';
import { requestOrigin } from '@/lib/web/actions/request-trace';
import { NO_STORE, uncachedRefusal } from '@/lib/web/answers/uncached';

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
  // Browsers send this media type across origins only after a CORS preflight, so no other website can report through
  // its visitors.
  if (request.headers.get('content-type') !== 'application/json') return uncachedRefusal(415);
  const body = await readAtMost(request.body ?? [], MAXIMUM_BYTES);
  if (!body) return uncachedRefusal(413);
  const report = reportSchema.safeParse(parseStrictObject(body));
  if (!report.success) return uncachedRefusal(400);
  const { accounts } = await services();
  const reported = await reportForgedImage(accounts, report.data, await requestOrigin());
  return reported.ok ? new Response(null, { status: 204, headers: NO_STORE }) : uncachedRefusal(429);
}
