import {
  PROGRESS_STEPS,
  type InvitationProgress,
  type ProgressStep,
} from '@/lib/helpdesk/invitations/invitation-progress';
import type { StepProgress } from '@/components/ui/step-list';
import type { Delivery } from '@/lib/helpdesk/invitations/reissue';
import { t, type Message } from '@/lib/shared/language/t';

const STEP_WORDS = {
  sent: 'Sent',
  delivered: 'Accepted by the email server',
  opened: 'Opened by the user',
  shown: 'Image shown',
  scanned: 'Image scanned',
  linked: 'Phone linked',
  active: 'Device active',
} as const satisfies Record<ProgressStep, Message>;

/** @param delivery a letter goes to whoever prints it */
export function stepWords(name: ProgressStep, delivery: Delivery): string {
  return name === 'delivered' && delivery === 'letter' ? t('Sent to the print room') : t(STEP_WORDS[name]);
}

const OF_THE_PHONE: ReadonlySet<ProgressStep> = new Set(['scanned', 'linked']);

/** A step of an invitation. @property at ISO 8601; null when the step was not reached or its time was not observed */
export type InvitationStep = { name: ProgressStep; progress: StepProgress; at: string | null };

/** The steps that can be observed, each with its progress. Every step before a reached one counts as done. */
export function invitationSteps({
  steps,
  observes,
  isOver,
  state,
}: Pick<InvitationProgress, 'steps' | 'observes' | 'isOver' | 'state'>): InvitationStep[] {
  const visibleSteps = PROGRESS_STEPS.filter(
    (step) => !OF_THE_PHONE.has(step) || (observes as readonly string[]).includes(step),
  );
  const reached = visibleSteps.findLastIndex(
    (step) => steps[step] !== undefined || (step === 'active' && state === 'used'),
  );
  return visibleSteps.map((name, index) => ({
    name,
    progress: index <= reached ? 'done' : index === reached + 1 && !isOver ? 'current' : 'upcoming',
    at: steps[name] ?? null,
  }));
}
