import type { NotMeDoor, NotMeRefusal } from '@/lib/helpdesk/notices/report-not-me';

export type NotMeProblem = NotMeRefusal | 'no-link' | 'unreachable';
type Refused = { ok: false; code: NotMeProblem };
export type NotMeAnswer = { ok: true; door: NotMeDoor } | Refused;
export type ReportAnswer = { ok: true } | Refused;
