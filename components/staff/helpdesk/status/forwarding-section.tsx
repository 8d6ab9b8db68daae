'use client';

import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import type { StaffRefusalCode } from '@/components/staff/helpdesk/staff-refusal-words';
import { TextField } from '@/components/ui/fields/text-field';
import { Notice } from '@/components/ui/notice';
import type { ReceiverProblem } from '@/lib/audit/forwarding/forward-records';
import { operationNames } from '@/lib/shared/names/staff-names';
import type { FormAction } from '@/lib/shared/form-state';
import { t } from '@/lib/shared/language/t';
import { FORWARDING_PROBLEMS } from './forwarding-words';

type Action = FormAction<StaffRefusalCode>;

/** Tries where the audit log is forwarded to, and has an earlier time forwarded again. @param today last day that can be chosen */
export function ForwardingSection({ test, history, today }: { test: Action; history: Action; today: string }) {
  return (
    <section aria-labelledby="forwarding" className="grid max-w-prose grid-cols-1 gap-facts">
      <h2 id="forwarding" className="text-xl font-semibold">
        {t(operationNames.forwarding)}
      </h2>
      <p className="text-ink-soft">
        {t(
          'Every record is sent in order and at least once: after an interruption some arrive again, under the same number. A test sends the newest record at once.',
        )}
      </p>
      <StaffForm
        action={test}
        submit={t(operationNames.testForwarding)}
        variant="secondary"
        pendingText={t('Sending…')}
        renderSecret={(answer) => <TestAnswer problem={JSON.parse(answer) as ReceiverProblem | null} />}
      />
      <StaffForm
        action={history}
        submit={t(operationNames.sendHistory)}
        variant="secondary"
        pendingText={t('Sending…')}
        pageWords={t('The history is being sent again.')}
      >
        <TextField
          label={t(operationNames.historyFrom)}
          name="from"
          type="date"
          hint={t('Days begin at midnight UTC. What has arrived before arrives again.')}
          max={today}
          required
        />
      </StaffForm>
    </section>
  );
}

function TestAnswer({ problem }: { problem: ReceiverProblem | null }) {
  return (
    <Notice
      tone={problem === null ? 'success' : 'error'}
      role="status"
      title={problem === null ? t('The record was taken over.') : t('The record was not taken over.')}
    >
      {problem !== null && <p>{t(FORWARDING_PROBLEMS[problem])}</p>}
    </Notice>
  );
}
