'use client';

import { RefusalNotice } from '@/components/site/forms/refusal-notice';
import type { RefusalCode } from '@/components/site/forms/refusal-words';
import { useFormAction } from '@/components/site/forms/use-form-action';
import { SubmitButton } from '@/components/ui/buttons/submit-button';
import { Notice } from '@/components/ui/notice';
import type { TestNotificationOutcome } from '@/lib/devices/test-notification';
import { deviceNotificationNames } from '@/lib/shared/names/device-names';
import type { FormAction } from '@/lib/shared/form-state';
import { t, type Message } from '@/lib/shared/language/t';

const OUTCOMES = {
  delivered: {
    tone: 'success',
    title: 'Handed to the phone’s notification service',
    text: 'It appears on the phone in a moment, if the phone is on and online.',
  },
  'not-reached': {
    tone: 'warning',
    title: 'The phone is not reached any more',
    text: 'Open the app on the phone, and turn notifications on in the account’s settings.',
  },
  gone: {
    tone: 'warning',
    title: 'The phone is not reached any more',
    text: 'Open the app on the phone, and turn notifications on in the account’s settings.',
  },
  failed: {
    tone: 'warning',
    title: 'The phone’s notification service didn’t take it',
    text: 'Requests are tried again by themselves. Send another test in a minute.',
  },
} as const satisfies Record<TestNotificationOutcome, { tone: 'success' | 'warning'; title: Message; text: Message }>;

/** Whether a device hears of requests while its app is closed, and a test. */
export function DeviceNotifications({
  isReached,
  instanceId,
  action,
}: {
  isReached: boolean;
  instanceId: string;
  action: FormAction<RefusalCode>;
}) {
  const { state, formProps } = useFormAction<RefusalCode>(action);
  const outcome = state.status === 'done' ? OUTCOMES[state.code as TestNotificationOutcome] : null;
  return (
    <form {...formProps} className="grid max-w-form justify-items-start gap-facts">
      <input type="hidden" name="instanceId" value={instanceId} />
      <div>
        <h2 className="text-xl font-semibold">{t(deviceNotificationNames.heading)}</h2>
        <p className="mt-1 text-ink-soft">
          {isReached
            ? t('Reached by notifications, also while the app is closed.')
            : t(
                'Not reached by notifications: it hears of requests only while its app is open. Turn them on in the app.',
              )}
        </p>
      </div>
      {isReached && <SubmitButton variant="secondary">{t(deviceNotificationNames.sendTest)}</SubmitButton>}
      {state.status === 'refused' && <RefusalNotice code={state.code} />}
      {/* Always rendered, because a live region announces only what changes inside it. */}
      <div role="status" className="w-full empty:hidden">
        {outcome && (
          <Notice tone={outcome.tone} title={t(outcome.title)}>
            {t(outcome.text)}
          </Notice>
        )}
      </div>
    </form>
  );
}
