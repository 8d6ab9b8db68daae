'use client';

import { PasskeyElsewhere } from '@/components/site/passkeys/passkey-elsewhere';
import { usePasskeyOffer } from '@/components/site/passkeys/use-passkey-offer';
import { TROUBLE_WORDS } from '@/components/site/passkeys/trouble-words';
import { TextField } from '@/components/ui/fields/text-field';
import type { FormState, ProofPrompt } from '@/lib/shared/form-state';
import { passkeysNames } from '@/lib/shared/names/profile-names';
import { beginPasskeyAction, finishPasskeyAction } from './actions';
import { PasskeyForm } from './passkey-form';
import type { PasskeyFormCode } from './passkey-words';
import { t } from '@/lib/shared/language/t';

/**
 * @param origin that the site's passkeys are for
 * @param path of the page
 * @param suggestedName of this browser
 * @param isOnePress whether the passkey gets that name, so that one press is enough
 */
export function AddPasskeyForm({
  origin,
  path = '/profile',
  suggestedName,
  isOnePress = false,
  proof,
}: {
  origin: string;
  path?: string;
  suggestedName: string;
  isOnePress?: boolean;
  proof: ProofPrompt | null;
}) {
  const offer = usePasskeyOffer(origin);
  if (offer === 'elsewhere') return <PasskeyElsewhere origin={origin} path={path} />;
  if (offer === 'not-supported') return <p>{t(TROUBLE_WORDS['not-supported'])}</p>;
  return (
    <PasskeyForm
      action={addPasskey}
      proof={proof}
      asks="when-used"
      submit={t(passkeysNames.add)}
      variant="secondary"
      pendingText={t('Follow your browser…')}
      pageWords={t('Your passkey is added. It signs you in from now on.')}
    >
      {isOnePress ? (
        <input type="hidden" name="name" value={suggestedName} />
      ) : (
        <TextField
          label={t(passkeysNames.name)}
          name="name"
          defaultValue={suggestedName}
          hint={t('For example: Work laptop')}
          required
          maxLength={64}
        />
      )}
    </PasskeyForm>
  );
}

/** Asks the site what to make, the browser to make it, and the site to keep it. */
async function addPasskey(previous: unknown, formData: FormData): Promise<FormState<PasskeyFormCode>> {
  const beginning = await beginPasskeyAction(previous, formData);
  if (beginning.status !== 'begun') return beginning;
  const { makePasskey } = await import('@/components/site/passkeys/ask-passkey');
  const passkeyAnswer = await makePasskey(beginning.options);
  if (!passkeyAnswer.ok) return { status: 'refused', code: passkeyAnswer.trouble };
  const finished = new FormData();
  finished.set('answer', passkeyAnswer.answer);
  const name = formData.get('name');
  finished.set('name', typeof name === 'string' ? name : '');
  return finishPasskeyAction(previous, finished);
}
