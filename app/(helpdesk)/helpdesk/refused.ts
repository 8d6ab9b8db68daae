import type { FormState } from '@/lib/shared/form-state';

/** Codes that mean something else to staff than to somebody at their own devices. */
const TO_STAFF: Record<string, string> = {
  'not-found': 'gone',
  'one-time-password-wrong': 'callers-password-wrong',
};

/** What a staff form answers to a refusal of the core. @param fields what was typed, to be shown again: no secrets */
export function refused(code: string, fields: Record<string, string> = {}): FormState {
  return { status: 'refused', code: TO_STAFF[code] ?? code, fields };
}
