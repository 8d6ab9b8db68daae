'use client';

import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import { useStaleFeedback } from '@/components/site/feedback/feedback';
import { useFollowing } from '@/components/site/following/use-following';
import type { Route } from 'next';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { StepList } from '@/components/ui/step-list';
import { Time } from '@/components/ui/time';
import type { PeopleNames } from '@/lib/accounts/users/people-names';
import type { NamesOfDevices } from '@/lib/devices/read-device-names';
import type { InvitationProgress } from '@/lib/helpdesk/invitations/invitation-progress';
import type { Delivery } from '@/lib/helpdesk/invitations/reissue';
import type { FormAction } from '@/lib/shared/form-state';
import { invitationNames } from '@/lib/shared/names/staff-names';
import { INVITATION, type InvitationPhase } from './follow-invitation';
import { CopyForTicket } from '@/components/ui/buttons/copy-for-ticket';
import { InvitationFacts } from './invitation-facts';
import { invitationSummary } from './summary-words';
import { invitationHeading } from './invitation-words';
import { invitationSteps, stepWords, type InvitationStep } from './progress-steps';
import { PROBLEM_WORDS } from '../queues/problem-words';
import { ReadOutForm } from './read-out-form';
import { RevokeForm } from './revoke-form';
import { reissuePath, userPath } from '../people/user-path';
import { activationTroubleWords } from '../queues/activation-trouble-words';
import { useState, type ReactNode } from 'react';
import { t } from '@/lib/shared/language/t';

/** Follows an invitation for its agent. The page holds nothing that would open it. */
export function InvitationPanel({
  initial,
  people,
  devices,
  maySend,
  undoLock,
  revokeAction,
  confirmReadOutAction,
}: {
  initial: InvitationProgress;
  /** What those are called whom the page is about. */
  people: PeopleNames;
  devices: NamesOfDevices;
  /** Whether the reader may send another one to this user. */
  maySend: boolean;
  /** The form that undoes the lock of the old device, for whom it is open to. */
  undoLock: ReactNode;
  /** Both get the field `invitationId`; the second also gets `code`. Null for a reader who may not. */
  revokeAction: FormAction<StaffRefusalCode> | null;
  confirmReadOutAction: FormAction<StaffRefusalCode> | null;
}) {
  const { status, phase } = useFollowing(INVITATION, initial);
  const { title, text } = invitationHeading(status);
  const steps = invitationSteps(status);
  const trouble = activationTroubleWords(status);
  useStaleFeedback(status.state);
  const { instanceId, newDeviceName } = status;
  const named = instanceId && newDeviceName ? new Map([[instanceId, newDeviceName], ...devices]) : devices;
  return (
    <>
      <PageHeading lead={text}>{title}</PageHeading>
      <InvitationNews title={title} delivery={status.delivery} steps={steps} />
      <div className="mb-8 grid gap-4 empty:hidden">
        <InvitationPhaseNotice phase={phase} invitationId={status.id} />
        {status.deliveryProblem && !status.isOver && (
          <Notice tone="warning" title={t('Not delivered yet')}>
            {t(PROBLEM_WORDS[status.deliveryProblem])}
          </Notice>
        )}
        {trouble && <Notice tone="warning" {...trouble} />}
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-10 md:grid-cols-2">
        <div className="grid content-start gap-8">
          <StepList
            label={t(invitationNames.progress)}
            steps={steps.map(({ name, progress, at }) => ({
              name,
              progress,
              text: (
                <>
                  {stepWords(name, status.delivery)}
                  {(at || progress === 'current') && (
                    <span className="block text-sm font-normal text-ink-soft">
                      {at ? <Time at={at} /> : t('Waiting')}
                    </span>
                  )}
                </>
              ),
            }))}
          />
          {confirmReadOutAction && status.delivery === 'phone' && status.state === 'live' && (
            <ReadOutForm invitationId={status.id} isShown={status.awaitsReadOut} action={confirmReadOutAction} />
          )}
        </div>
        <div className="grid content-start gap-8">
          {undoLock}
          <InvitationFacts invitation={status} people={people} devices={named} />
          <div className="flex flex-wrap items-start gap-3">
            {maySend && (status.state === 'revoked' || status.state === 'expired' || status.state === 'declined') && (
              <LinkButton href={`${reissuePath(status.userId)}?again=${status.id}` as Route}>
                {t(invitationNames.sendAgain)}
              </LinkButton>
            )}
            {revokeAction && !status.isOver && <RevokeForm invitationId={status.id} action={revokeAction} />}
            <LinkButton href={userPath(status.userId)} variant="secondary">
              {t('User page')}
            </LinkButton>
            <CopyForTicket name={t(invitationNames.copySummary)} text={invitationSummary(status, people, named)} />
          </div>
        </div>
      </div>
    </>
  );
}

/** Announces each new step. Empty at first, because the page itself states how things are. */
function InvitationNews({
  title,
  delivery,
  steps,
}: {
  title: string;
  delivery: Delivery;
  steps: readonly InvitationStep[];
}) {
  const last = steps.findLast(({ progress }) => progress === 'done');
  const news = `${title}. ${last ? `${stepWords(last.name, delivery)}.` : ''}`;
  const [first] = useState(news);
  return (
    <output aria-live="polite" className="sr-only">
      {news === first ? '' : news}
    </output>
  );
}

/** Warns when the page may be out of date. */
function InvitationPhaseNotice({ phase, invitationId }: { phase: InvitationPhase; invitationId: string }) {
  switch (phase) {
    case 'reconnecting':
      return (
        <Notice tone="warning" title={t('Reconnecting…')}>
          {t('The page cannot reach the server and keeps trying. What the user does still counts.')}
        </Notice>
      );
    case 'signed-out':
      return (
        <Notice tone="warning" title={t('You are signed out')}>
          <p className="mb-2">{t('What the user does still counts. Sign in to see the result.')}</p>
          <LinkButton href={`/sign-in?next=/helpdesk/invitations/${invitationId}`}>{t('Sign in')}</LinkButton>
        </Notice>
      );
    case 'not-available':
      return (
        <Notice tone="warning" title={t('This invitation can’t be shown any more')}>
          {t('Your account may no longer see invitations.')}
        </Notice>
      );
    case 'following':
    case 'finished':
      return null;
  }
}
