import type { PersonChange } from '../../../helpdesk/desk/changes/change-request';
import { CHANGES } from '../../../helpdesk/desk/changes/changes';
import { requestChange } from '../../../helpdesk/desk/changes/request-change';
import type { UserKey } from '../../../shared/identifiers/user-key';
import { accept, refuse, type Result } from '../../../shared/result';
import type { Answered, ApiContext } from '../route';
import { approvalAnswer, approvalSchema } from './approvals';

/** Of a change that a person has to agree to. */
export const ASKED = { 202: { description: 'It waits for a person to agree.', schema: approvalSchema } } as const;

export const CHANGE_PROBLEMS = ['not-offered', 'already-asked', 'lock-not-by-system', 'gateway-unreachable'] as const;

/** Requests a change that takes two people, and returns how to follow it. */
export async function askForChange(
  { services, caller, origin }: ApiContext,
  target: UserKey,
  change: PersonChange,
  ticket: string | null = null,
): Promise<Result<Answered, 'not-found' | Exclude<(typeof CHANGE_PROBLEMS)[number], 'gateway-unreachable'>>> {
  const result = await requestChange(services.helpdesk, caller, target, { ...change, ticket }, origin);
  if (result.ok) return accept(approvalAnswer(result.value, CHANGES));
  if (result.refusal === 'own-account') throw new TypeError('a service account has no account of its own');
  return refuse(result.refusal);
}
