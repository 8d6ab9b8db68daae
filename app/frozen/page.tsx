import type { Metadata } from 'next';
import { CallHelpdesk } from '@/components/site/recovery/lost-phone/call-helpdesk';
import { Button } from '@/components/ui/buttons/button';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { Time } from '@/components/ui/time';
import { t } from '@/lib/shared/language/t';
import { lostPhoneNames } from '@/lib/shared/names/lost-phone-names';
import { leaveCaseAction } from '../lost-phone/actions';
import { CasePage, findOwnCase, NoCase } from '../lost-phone/case/held-case-page';

export const generateMetadata = (): Metadata => ({ title: t(lostPhoneNames.frozen) });

/** What is locked, until when, and whom to call: for the browser that froze it, for an hour. */
export default async function FrozenPage() {
  const { app, held } = await findOwnCase();
  if (!held?.isFrozen) return <NoCase />;
  const { opened, devices } = held;
  const names = devices?.map(({ name }) => name) ?? [];
  return (
    <CasePage
      heading={t(lostPhoneNames.frozen)}
      lead={t('No one can sign in to your account, including you, until the helpdesk unfreezes it.')}
    >
      <DescriptionList
        items={[
          { term: t('Frozen'), description: <Time at={opened.openedAt.toISOString()} /> },
          {
            term: t('Locked'),
            description:
              names.length > 0
                ? t('{devices}, and everything else that signs you in', { devices: names.join(', ') })
                : t('Everything that signs you in'),
          },
          {
            term: t('Until'),
            description: t('The helpdesk unfreezes it. They’ll check it’s you, and a second person must agree.'),
          },
          { term: t('We told'), description: t('All your email addresses') },
        ]}
      />
      <CallHelpdesk reference={opened.reference} contact={app.organisation.live.look().contact} />
      <form action={leaveCaseAction}>
        <Button type="submit" variant="primary">
          {t(lostPhoneNames.done)}
        </Button>
      </form>
    </CasePage>
  );
}
