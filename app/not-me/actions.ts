'use server';

import type { FreezeAnswer, NotMeAnswer, ReportAnswer } from '@/components/site/devices/not-me/not-me-moves';
import { freezeByLink, previewNotice, reportNotMe } from '@/lib/helpdesk/safety/notices/report-not-me';
import { services } from '@/lib/server/composition/compose';
import { requestOrigin } from '@/lib/server/web/actions/request-trace';
import { tokenSchema } from '../invitation/schemas';

/** Needs no session: the link is enough, because the button can only reduce access. */
export async function previewNoticeAction(token: unknown): Promise<NotMeAnswer> {
  const parsed = tokenSchema.safeParse(token);
  if (!parsed.success) return { ok: false, code: 'unknown-link' };
  const preview = await previewNotice((await services()).helpdesk, parsed.data, await requestOrigin());
  return preview.ok ? { ok: true, door: preview.value } : { ok: false, code: preview.refusal };
}

export async function reportNotMeAction(token: unknown): Promise<ReportAnswer> {
  const parsed = tokenSchema.safeParse(token);
  if (!parsed.success) return { ok: false, code: 'unknown-link' };
  const reported = await reportNotMe((await services()).helpdesk, parsed.data, await requestOrigin());
  return reported.ok ? { ok: true } : { ok: false, code: reported.refusal };
}

export async function freezeByLinkAction(token: unknown): Promise<FreezeAnswer> {
  const parsed = tokenSchema.safeParse(token);
  if (!parsed.success) return { ok: false, code: 'unknown-link' };
  const frozen = await freezeByLink((await services()).helpdesk, parsed.data, await requestOrigin());
  return frozen.ok ? { ok: true, reference: frozen.value } : { ok: false, code: frozen.refusal };
}
