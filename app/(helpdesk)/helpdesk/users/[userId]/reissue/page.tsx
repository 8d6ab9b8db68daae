import type { Metadata, Route } from 'next';
import { redirect } from 'next/navigation';
import { ReissueForm } from '@/components/staff/helpdesk/reissue/reissue-form';
import { reissuePath, userPath } from '@/components/staff/helpdesk/people/user-path';
import { MainContent } from '@/components/site/layout/main-content';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { may } from '@/lib/accounts/users/permission';
import { NoRoom } from '@/components/staff/helpdesk/reissue/no-room';
import { hasRoomFor } from '@/lib/devices/read-limits';
import { prepareReissue } from '@/lib/helpdesk/desk/reissue/prepare-reissue';
import { services } from '@/lib/server/composition/compose';
import { withGatewayFallback } from '@/lib/server/web/answers/with-gateway-fallback';
import { askBeforehand } from '@/lib/server/web/actions/ask-beforehand';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { userIdFrom } from '../../user-id-from';
import { askCallerAction, askManagerAction, reissueAction } from './actions';
import { initialFields, startSchema } from './initial-fields';
import { t } from '@/lib/shared/language/t';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';

export const generateMetadata = (): Metadata => ({ title: t('Send a new activation') });

type Props = { params: Promise<{ userId: string }>; searchParams: Promise<unknown> };

export default async function ReissuePage({ params, searchParams }: Props) {
  const userId = userIdFrom((await params).userId);
  const agent = await requirePagePermission('invitation:send', reissuePath(userId));
  const { helpdesk } = await services();
  const result = await withGatewayFallback('unreachable', () => prepareReissue(helpdesk, agent, { userId }));
  if (result === 'unreachable') return <Unreachable userId={userId} />;
  if (!result.ok && result.refusal === 'own-account') redirect(userPath(userId));
  if (!result.ok) refuseAsNotFound();
  const { user, isProtected, devices, limits, canLock, canUndo, deviceMethods, contacts, deliveries, current } =
    result.value;
  const start = startSchema.parse(await searchParams);
  return (
    <MainContent>
      <PageHeading
        lead={t('For {name} ({userId}). We’ll send them a link. You won’t see its contents.', {
          name: user.displayName,
          userId: user.userId,
        })}
        action={
          <LinkButton href={userPath(user.userId)} variant="quiet">
            {t('Back to {name}', { name: user.displayName })}
          </LinkButton>
        }
      >
        {t('Send a new activation')}
      </PageHeading>
      <div className="mb-6 grid gap-4 empty:hidden">
        {current && (
          <Notice tone="warning" title={t('An invitation is open')}>
            <p className="mb-2">{t('It ends when you send a new one: only the newest works.')}</p>
            <LinkButton href={`/helpdesk/invitations/${current.id}` as Route} variant="secondary">
              {t('Open invitation')}
            </LinkButton>
          </Notice>
        )}
        {deliveries.every(({ obstacle }) => obstacle === 'no-mail-address') && (
          <Notice tone="warning" title={t('No email address')}>
            {t('Nothing can be sent to this user.')}
          </Notice>
        )}
        {limits && !hasRoomFor(limits) && <NoRoom {...limits} />}
        {isProtected && (
          <Notice tone="info" title={t('Needs approval')}>
            {t('This user is protected. The invitation is sent once an approver agrees.')}
          </Notice>
        )}
      </div>
      <ReissueForm
        userId={user.userId}
        around={{
          mailAddress: user.mailAddresses[0] ?? null,
          devices: devices.map(({ instanceId, name, state, lastUsedAt }) => ({
            instanceId,
            name,
            state,
            lastUsedAt: lastUsedAt && lastUsedAt.toISOString(),
          })),
          limits,
          canLock,
          canUndo,
          isProtected,
          current,
        }}
        deviceMethods={deviceMethods}
        contacts={contacts}
        deliveries={deliveries}
        mayBreakGlass={may(agent, 'approval:break-glass')}
        initial={await initialFields(helpdesk, result.value, start)}
        action={reissueAction}
        proof={await askBeforehand(agent, { action: 'decide-as-staff' })}
        challengeCaller={askCallerAction}
        requestManagerAnswer={askManagerAction}
      />
    </MainContent>
  );
}

function Unreachable({ userId }: { userId: string }) {
  return (
    <MainContent width="prose">
      <PageHeading>{t('Send a new activation')}</PageHeading>
      <Notice tone="warning" title={t('This can’t be done right now')}>
        <p className="mb-2">
          {t('The activation service does not answer, so nothing could be activated. Try again in a minute.')}
        </p>
        <LinkButton href={userPath(userId)} variant="secondary">
          {t('Back')}
        </LinkButton>
      </Notice>
    </MainContent>
  );
}
