import type { User } from '@/lib/accounts/users/user';
import { requestManagerAnswer } from '@/lib/helpdesk/caller-check/manager/request-manager-answer';
import { answerQuestion } from '@/lib/helpdesk/caller-check/manager/answer-manager-request';
import type { Invitation } from '@/lib/helpdesk/invitations/invitation';
import { requestAsAgent, type TypedReissue } from '@/lib/helpdesk/desk/reissue/request-as-agent';
import { HOUR } from '@/lib/shared/time/duration';
import { ORIGIN } from '../../../support/doubles/fake-activation-ports';
import { KNOWN_NUMBER, type FakeHelpdesk } from '../../../support/doubles/fake-helpdesk-ports';
import { signedInAs } from '../../../support/doubles/principal';

/** What an agent fills in who has called back: enough for a new phone of somebody who is not protected. */
export function typedReissue(changes: Partial<TypedReissue> = {}): TypedReissue {
  return {
    reason: 'new-phone',
    reasonText: null,
    ticket: 'T-1',
    oldDevice: null,
    delivery: 'mail',
    lifetimeMs: HOUR,
    checks: {
      notes: [{ method: 'identity-document', detail: '4711XY' }],
      numberCalled: KNOWN_NUMBER,
      managerRequest: null,
      oneTimePassword: null,
      loginRequest: null,
    },
    justification: null,
    ...changes,
  };
}

/** What the agent has by the word of the user's manager too: enough for anybody's new phone. */
export async function checkedTwice(
  { ports, manager, ...world }: FakeHelpdesk,
  user: User,
  agent = world.agent,
): Promise<TypedReissue['checks']> {
  const asked = await requestManagerAnswer(ports, signedInAs(agent), user, ORIGIN);
  if (!asked.ok) throw new Error(asked.refusal);
  const answered = await answerQuestion(ports, signedInAs(manager), asked.value.id, true, ORIGIN);
  if (!answered.ok) throw new Error(answered.refusal);
  return { ...typedReissue().checks, managerRequest: asked.value.id };
}

/** Invites somebody, as the agent. @throws when it is refused */
export async function invite(
  { ports, agent }: FakeHelpdesk,
  user: User,
  changes: Partial<TypedReissue> = {},
): Promise<Invitation> {
  const requested = await requestAsAgent(ports, signedInAs(agent), user, typedReissue(changes), ORIGIN);
  if (!requested.ok) throw new Error(requested.refusal);
  return requested.value;
}
