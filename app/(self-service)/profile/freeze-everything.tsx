import { ActionForm } from '@/components/site/forms/action-form';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import { services } from '@/lib/server/composition/compose';
import { freezeAction } from './actions';
import { t } from '@/lib/shared/language/t';

/** What a freeze does, before it is pressed: without a lock of the gateway's, it removes devices. */
export async function freezeWords(): Promise<string> {
  const { directory } = (await services()).devices;
  return directory.capabilities.lock === true
    ? t(
        'Locks all your devices, signs you out everywhere and stops new activations. Only the helpdesk can undo this. They’ll check it’s you, and a second person must agree.',
      )
    : t(
        'Removes all your phones, signs you out everywhere and stops new activations. Only the helpdesk can let you in again. They’ll check it’s you, and a second person must agree. Then you activate your phones again.',
      );
}

/** For somebody who fears that a stranger has their password or phone. */
export async function FreezeEverything() {
  return (
    <>
      <h2 className="mb-2 text-xl font-semibold">{t('Freeze everything')}</h2>
      <p className="mb-5 text-ink-soft">{await freezeWords()}</p>
      <InlineConfirm label={t('Freeze everything')} variant="danger">
        <p>{t('No one can sign in to your account, including you, until the helpdesk unfreezes it.')}</p>
        <ActionForm
          action={freezeAction}
          submit={t('Freeze my account')}
          variant="danger"
          pendingText={t('Freezing…')}
        />
      </InlineConfirm>
    </>
  );
}
