import type { Metadata } from 'next';
import { services } from '@/lib/composition/compose';
import { invitedNames } from '@/lib/names/invited-names';
import { openLetterAction } from './actions';
import { CodePage } from './code-page';

export const metadata: Metadata = { title: 'Your code' };

const LETTER = {
  title: 'Your letter',
  lead: 'Enter the code that is printed in your letter, beside the picture.',
  label: invitedNames.letterCode,
};

const LETTER_OR_EMAIL = {
  title: 'Your invitation',
  lead: 'Enter the code from your email, or the one beside the picture in your letter.',
  label: invitedNames.code,
};

/** For people with a letter and no camera, and for those whose emails contain no links. */
export default async function InvitationCodePage() {
  const { config } = await services();
  return <CodePage {...(config.mail.links ? LETTER : LETTER_OR_EMAIL)} action={openLetterAction} />;
}
