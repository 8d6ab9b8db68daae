import type { Metadata } from 'next';
import { MainContent } from '@/components/layout/main-content';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Time } from '@/components/ui/time';
import { startsLeft } from '@/lib/activation/start/register-activation';
import { findOpenInvitation } from '@/lib/helpdesk/invitations/find-open-invitation';
import { services } from '@/lib/composition/compose';
import { startPrompt } from '@/lib/web/actions/start-prompt';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';
import { StartForm } from './start-form';

export const metadata: Metadata = { title: 'Activate a device' };

export default async function NewActivationPage() {
  const signedIn = await requirePagePermission('activation:start', '/activations/new');
  const { activation, helpdesk } = await services();
  const isInvited = (await findOpenInvitation(helpdesk, signedIn.user)) !== null;
  const { left, nextAt } = await startsLeft(activation, signedIn.user);
  return (
    <MainContent width="form">
      <PageHeading lead="Have the phone in your hand, with the authenticator app open. It takes about two minutes.">
        Activate a device
      </PageHeading>
      <div className="grid gap-6">
        {!isInvited && left === 0 && (
          <Notice tone="warning" title="No more starts today">
            You have started as many activations as 24 hours allow.{' '}
            {nextAt && (
              <>
                You can start the next one from <Time at={nextAt.toISOString()} />.{' '}
              </>
            )}
            If you cannot wait, ask your helpdesk.
          </Notice>
        )}
        <Card>
          <StartForm asked={await startPrompt(signedIn)} offersOffline={activation.gateway.offline !== null} />
        </Card>
        {!isInvited && left > 0 && (
          <p className="text-sm text-ink-soft">
            {left === 1 ? 'You can start one more activation today.' : `You can start ${left} more activations today.`}
          </p>
        )}
      </div>
    </MainContent>
  );
}
