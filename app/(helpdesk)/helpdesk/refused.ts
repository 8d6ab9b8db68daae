import type { RefusedForm } from '@/lib/shared/form-state';

/** Codes that mean something else to staff than to somebody at their own devices. */
const TO_STAFF = { 'not-found': 'gone', 'one-time-password-wrong': 'callers-password-wrong' } as const;

type ToStaff = typeof TO_STAFF;
export type StaffCode<Code extends string> = Code extends keyof ToStaff ? ToStaff[Code] : Code;

/** What a staff form answers to a refusal of the core. @param fields what was typed, to be shown again: no secrets */
export function refused<Code extends string>(
  code: Code,
  fields: Record<string, string> = {},
): RefusedForm<StaffCode<Code>> {
  const toStaff: Readonly<Record<string, string>> = TO_STAFF;
  return { status: 'refused', code: (toStaff[code] ?? code) as StaffCode<Code>, fields };
}
