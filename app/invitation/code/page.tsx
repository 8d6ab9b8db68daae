import type { Metadata } from 'next';
import { services } from '@/lib/server/composition/compose';
import { invitedNames } from '@/lib/shared/names/activation-names';
import { openLetterAction } from './actions';
import { CodePage } from './code-page';
import { t, type Message } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Your code') });

const LETTER = {
  title: 'Your letter',
  lead: 'Enter the code that is printed in your letter, beside the picture.',
  label: invitedNames.letterCode,
} as const satisfies Record<string, Message>;

const LETTER_OR_EMAIL = {
  title: 'Your invitation',
  lead: 'Enter the code from your email, or the one beside the picture in your letter.',
  label: invitedNames.code,
} as const satisfies Record<string, Message>;

/** For people with a letter and no camera, and for those whose emails contain no links. */
export default async function InvitationCodePage() {
  const { config } = await services();
  const { title, lead, label } = config.mail.links ? LETTER : LETTER_OR_EMAIL;
  return <CodePage title={t(title)} lead={t(lead)} label={t(label)} action={openLetterAction} />;
}
