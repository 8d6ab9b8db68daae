import type { Metadata } from 'next';
import { AreaFooter } from '@/app/area-footer';
import { ActionForm } from '@/components/forms/action-form';
import { MainContent } from '@/components/layout/main-content';
import { SiteHeader } from '@/components/layout/site-header';
import { PageHeading } from '@/components/ui/page-heading';
import { TextField } from '@/components/ui/text-field';
import { openLetterAction } from './actions';

export const metadata: Metadata = { title: 'Your letter' };

/** For people with a letter and no camera: its code takes the place of its picture. */
export default function LetterCodePage() {
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading lead="Enter the code that is printed in your letter, beside the picture.">Your letter</PageHeading>
        <ActionForm action={openLetterAction} stepUp="never" submit="Continue" pendingText="Checking…">
          <TextField
            label="Code in the letter"
            name="code"
            hint="Three groups of five, such as 7K3MX-Q2ZPA-94TVB. Upper or lower case."
            required
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
          />
        </ActionForm>
      </MainContent>
      <AreaFooter />
    </>
  );
}
