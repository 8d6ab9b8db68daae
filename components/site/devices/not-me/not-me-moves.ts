import type { NotMePreview, NotMeRefusal } from '@/lib/helpdesk/safety/notices/report-not-me';

export type NotMeProblem = NotMeRefusal | 'no-link' | 'unreachable';
type Refused = { ok: false; code: NotMeProblem };
export type NotMeAnswer = { ok: true; door: NotMePreview } | Refused;
export type ReportAnswer = { ok: true } | Refused;
/** @property reference of the helpdesk's case; null for an account that was frozen before there were any */
export type FreezeAnswer = { ok: true; reference: string | null } | Refused;
