'use client';

import { WordedForm, type ActionFormProps } from '@/components/site/forms/action-form';
import { passkeyWords, type PasskeyFormCode } from './passkey-words';

/** Form about passkeys, with their sentences. */
export function PasskeyForm(props: ActionFormProps<PasskeyFormCode>) {
  return <WordedForm<PasskeyFormCode> {...props} words={passkeyWords} />;
}
