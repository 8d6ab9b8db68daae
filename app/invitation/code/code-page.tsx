import { AreaFooter } from '@/app/area-footer';
import { ActionForm, type ActionFormProps } from '@/components/site/forms/action-form';
import type { RefusalCode } from '@/components/site/forms/refusal-words';
import { MainContent } from '@/components/site/layout/main-content';
import { SiteHeader } from '@/components/site/layout/site-header';
import { PageHeading } from '@/components/ui/page-heading';
import { TextField } from '@/components/ui/fields/text-field';
import { invitedNames } from '@/lib/shared/names/activation-names';
import { t } from '@/lib/shared/language/t';

/** A page that takes the code of a letter, or of an email without links, in place of a link. */
export function CodePage({
  title,
  lead,
  label,
  action,
}: {
  title: string;
  lead: string;
  label: string;
  action: ActionFormProps<RefusalCode>['action'];
}) {
  return (
    <>
      <SiteHeader />
      <MainContent width="form">
        <PageHeading lead={lead}>{title}</PageHeading>
        <ActionForm action={action} submit={t(invitedNames.continueWithCode)} pendingText={t('Checking…')}>
          <TextField
            label={label}
            name="code"
            hint={t('Three groups of five, such as 7K3MX-Q2ZPA-94TVB. Upper or lower case.')}
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
