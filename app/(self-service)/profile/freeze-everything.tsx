import { ActionForm } from '@/components/forms/action-form';
import { InlineConfirm } from '@/components/ui/buttons/inline-confirm';
import { freezeAction } from './actions';
import { t } from '@/lib/language/t';

/** For somebody who fears that a stranger has their password or phone. */
export function FreezeEverything() {
  return (
    <>
      <h2 className="mb-2 text-xl font-semibold">{t('Freeze everything')}</h2>
      <p className="mb-5 text-ink-soft">
        {t(
          'Locks all your devices, signs you out everywhere and stops new activations. Only the helpdesk can lift it: they check that it’s you, and two of them decide.',
        )}
      </p>
      <InlineConfirm label={t('Freeze everything')} variant="danger">
        <p>
          {t('Nobody can sign in as you until the helpdesk lifts it, and neither can you. Have their number at hand.')}
        </p>
        <ActionForm
          action={freezeAction}
          stepUp="never"
          submit={t('Freeze my account')}
          variant="danger"
          pendingText={t('Freezing…')}
          pageWords={t('Everything is frozen. Call the helpdesk when you want to go on.')}
        />
      </InlineConfirm>
    </>
  );
}
