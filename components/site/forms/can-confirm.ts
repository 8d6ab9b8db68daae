import type { ProofPrompt } from '@/lib/shared/form-state';

/** Whether somebody could give what is missing now, without the helpdesk. */
export function canConfirm({ identity, second }: ProofPrompt): boolean {
  return [identity, second].every((ways) => ways === null || ways.some((way) => way !== 'helpdesk'));
}
