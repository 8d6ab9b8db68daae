import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { exportActivations } from '@/lib/activation/statistics/export-activations';
import { services } from '@/lib/server/composition/compose';
import { EXPORT_FORMATS } from '@/lib/shared/export/export-rows';
import { beginLongRead } from '@/lib/server/web/answers/stream-text';
import { exportResponse, daysSchema } from '@/lib/server/web/answers/export-response';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { uncachedRefusal } from '@/lib/server/web/answers/uncached';

const formatSchema = z.object({ format: z.enum(EXPORT_FORMATS) });

/** Exports all users' activations that were started in a period. */
export async function GET(request: NextRequest): Promise<Response> {
  const signedIn = await beginLongRead('numbers:export', '/helpdesk/numbers');
  if (signedIn instanceof Response) return signedIn;
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const [period, format] = [daysSchema.safeParse(query), formatSchema.safeParse(query)];
  if (!period.success || !format.success) return uncachedRefusal(400);
  const wanted = { period: period.data, format: format.data.format };
  const text = await exportActivations((await services()).statistics, signedIn.user, wanted, await requestOrigin());
  return exportResponse(text, { name: 'activations', ...wanted });
}
