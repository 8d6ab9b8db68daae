import type { Metadata, Route } from 'next';
import { notFound, redirect } from 'next/navigation';
import { ReissueForm } from '@/components/helpdesk/reissue/reissue-form';
import { userPath } from '@/components/helpdesk/people/user-path';
import { MainContent } from '@/components/layout/main-content';
import { Card } from '@/components/ui/card';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { may } from '@/lib/accounts/users/permission';
import { prepareReissue } from '@/lib/helpdesk/reissue/prepare-reissue';
import { services } from '@/lib/composition/compose';
import { withGatewayFallback } from '@/lib/web/answers/with-gateway-fallback';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';
import { userIdFrom } from '../../user-id-from';
import { askCallerAction, reissueAction } from './actions';

export const metadata: Metadata = { title: 'Re-issue activation' };

export default async function ReissuePage({ params }: { params: Promise<{ userId: string }> }) {
  const userId = userIdFrom((await params).userId);
  const agent = await requirePagePermission('invitation:send', `${userPath(userId)}/reissue`);
  const { helpdesk } = await services();
  const target = { userId, domain: agent.user.domain };
  const prepared = await withGatewayFallback('unreachable', () => prepareReissue(helpdesk, agent, target));
  if (prepared === 'unreachable') return <Unreachable userId={userId} />;
  if (!prepared.ok && prepared.refusal === 'own-account') redirect(userPath(userId));
  if (!prepared.ok) notFound();
  const { user, isProtected, devices, canLock, deviceMethods, deliveries, current } = prepared.value;
  return (
    <MainContent width="prose">
      <PageHeading lead={`For ${user.displayName}, ${user.userId}. They get a link; you never see what it opens.`}>
        Re-issue activation
      </PageHeading>
      <div className="grid gap-6">
        {current && (
          <Notice tone="warning" title="An invitation is under way">
            <p className="mb-2">It ends when you send a new one: only the newest works.</p>
            <LinkButton href={`/helpdesk/invitations/${current.id}` as Route} variant="secondary">
              Look at it
            </LinkButton>
          </Notice>
        )}
        {deliveries.every(({ obstacle }) => obstacle === 'no-mail-address') && (
          <Notice tone="warning" title="No mail address is known">
            Nothing can be sent to this person, whichever way is chosen.
          </Notice>
        )}
        {isProtected && (
          <Notice tone="info" title="A second person will be asked">
            This person is protected. The invitation goes out when an approver agrees.
          </Notice>
        )}
        <Card>
          <ReissueForm
            userId={user.userId}
            isProtected={isProtected}
            devices={devices.map(({ instanceId, name, state }) => ({ instanceId, name, state }))}
            canLock={canLock}
            deviceMethods={deviceMethods}
            deliveries={deliveries}
            mayBreakGlass={may(agent, 'approval:break-glass')}
            action={reissueAction}
            askCaller={askCallerAction}
          />
        </Card>
        <div>
          <LinkButton href={userPath(user.userId)} variant="quiet">
            Back to {user.displayName}
          </LinkButton>
        </div>
      </div>
    </MainContent>
  );
}

function Unreachable({ userId }: { userId: string }) {
  return (
    <MainContent width="prose">
      <PageHeading>Re-issue activation</PageHeading>
      <Notice tone="warning" title="This cannot be done right now">
        <p className="mb-2">
          The activation service does not answer, so nothing could be activated. Try again in a minute.
        </p>
        <LinkButton href={userPath(userId)} variant="secondary">
          Back
        </LinkButton>
      </Notice>
    </MainContent>
  );
}
