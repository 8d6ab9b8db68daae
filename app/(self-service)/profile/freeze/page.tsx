import type { Metadata } from 'next';
import { ActionForm } from '@/components/site/forms/action-form';
import { HelpdeskContactLine } from '@/components/site/layout/helpdesk-contact';
import { MainContent } from '@/components/site/layout/main-content';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { PageHeading } from '@/components/ui/page-heading';
import { services } from '@/lib/server/composition/compose';
import { t } from '@/lib/shared/language/t';
import { areaNames } from '@/lib/shared/names/area-names';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { freezeAction } from '../actions';
import { freezeWords } from '../freeze-everything';

export const generateMetadata = (): Metadata => ({ title: t(areaNames.freeze) });

/** Reached from every page by the menu, because whoever needs it is in a hurry. Who came here has been asked already. */
export default async function FreezePage() {
  await requirePagePermission('profile:change', '/profile/freeze');
  const { contact } = (await services()).config.helpdesk;
  return (
    <MainContent width="prose">
      <PageHeading lead={t('For when somebody may have your password, your phone or your email.')}>
        {t(areaNames.freeze)}
      </PageHeading>
      <div className="grid gap-6">
        <p>{await freezeWords()}</p>
        <p>
          {t('No one can sign in to your account, including you, until the helpdesk unfreezes it.')}{' '}
          {contact && <HelpdeskContactLine contact={contact} />}
        </p>
        <ActionForm
          action={freezeAction}
          submit={t('Freeze my account')}
          variant="danger"
          pendingText={t('Freezing…')}
        />
        <div className="-ml-3">
          <LinkButton href="/profile" variant="quiet">
            {t('Cancel')}
          </LinkButton>
        </div>
      </div>
    </MainContent>
  );
}
