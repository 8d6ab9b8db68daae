import type { NextRequest } from 'next/server';
import { z } from 'zod';
import { auditFilterSchema } from '@/app/(helpdesk)/helpdesk/audit/audit-filter-schema';
import { exportAuditLog } from '@/lib/audit/export-audit-log';
import { services } from '@/lib/server/composition/compose';
import { EXPORT_FORMATS } from '@/lib/shared/export/export-rows';
import { beginLongRead } from '@/lib/server/web/answers/stream-text';
import { exportResponse } from '@/lib/server/web/answers/export-response';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { uncachedRefusal } from '@/lib/server/web/answers/uncached';

const formatSchema = z.object({ format: z.enum(EXPORT_FORMATS) });

/** Exports the audit records that match a filter. */
export async function GET(request: NextRequest): Promise<Response> {
  const signedIn = await beginLongRead('audit:export', '/helpdesk/audit');
  if (signedIn instanceof Response) return signedIn;
  const query = Object.fromEntries(request.nextUrl.searchParams);
  const [filter, format] = [auditFilterSchema(signedIn.user.domain).safeParse(query), formatSchema.safeParse(query)];
  if (!filter.success || !format.success) return uncachedRefusal(400);
  const wanted = { filter: filter.data, format: format.data.format };
  const text = await exportAuditLog((await services()).audit, signedIn.user, wanted, await requestOrigin());
  return exportResponse(text, { name: 'audit-log', period: wanted.filter.period, format: wanted.format });
}
