import type { RefusedForm } from '@/lib/shared/form-state';

/** Codes that have another sentence for staff than for users with their own devices. */
const TO_STAFF = { 'not-found': 'gone', 'one-time-password-wrong': 'callers-password-wrong' } as const;

type ToStaff = typeof TO_STAFF;
export type StaffCode<Code extends string> = Code extends keyof ToStaff ? ToStaff[Code] : Code;

/**
 * Turns a refusal of the core into the answer of a staff form.
 * @param fields typed values to show again; never secrets
 */
export function refused<Code extends string>(
  code: Code,
  fields: Record<string, string> = {},
): RefusedForm<StaffCode<Code>> {
  const toStaff: Readonly<Record<string, string>> = TO_STAFF;
  return { status: 'refused', code: (toStaff[code] ?? code) as StaffCode<Code>, fields };
}
