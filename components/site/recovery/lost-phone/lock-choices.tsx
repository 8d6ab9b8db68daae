'use client';

import { ActionForm } from '@/components/site/forms/action-form';
import type { RefusalCode } from '@/components/site/forms/refusal-words';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import { t } from '@/lib/shared/language/t';
import { lostPhoneNames } from '@/lib/shared/names/lost-phone-names';
import type { FormAction } from '@/lib/shared/form-state';

/** The phones that can still be locked. @param isFirst whether none is locked yet, so that this is what the page is for */
export function LockChoices({
  devices,
  isFirst,
  action,
}: {
  devices: readonly { instanceId: string; name: string }[];
  isFirst: boolean;
  action: FormAction<RefusalCode>;
}) {
  return (
    <ul className="grid justify-items-start gap-3">
      {devices.map(({ instanceId, name }) => (
        <li key={instanceId}>
          <LockForm
            instanceId={instanceId}
            words={t(lostPhoneNames.lockOne, { device: name })}
            done={t('{device} is locked.', { device: name })}
            isFirst={isFirst}
            action={action}
          />
        </li>
      ))}
      {devices.length > 1 && (
        <li>
          <LockForm
            instanceId=""
            words={t(lostPhoneNames.lockAll)}
            done={t('All your phones are locked.')}
            isFirst={false}
            action={action}
          />
        </li>
      )}
    </ul>
  );
}

function LockForm({
  instanceId,
  words,
  done,
  isFirst,
  action,
}: {
  instanceId: string;
  words: string;
  done: string;
  isFirst: boolean;
  action: FormAction<RefusalCode>;
}) {
  return (
    <ActionForm
      action={action}
      submit={words}
      variant={isFirst ? 'primary' : 'secondary'}
      pendingText={t('Locking…')}
      pageWords={done}
    >
      <input type="hidden" name="instanceId" value={instanceId} />
    </ActionForm>
  );
}

/** For somebody who does not know what else a thief has. */
export function FreezeInstead({ action }: { action: FormAction<RefusalCode> }) {
  return (
    <InlineConfirm label={t('Freeze everything')}>
      <p>{t('No one can sign in to your account, including you, until the helpdesk unfreezes it.')}</p>
      <ActionForm action={action} submit={t('Freeze my account')} variant="danger" pendingText={t('Freezing…')} />
    </InlineConfirm>
  );
}
