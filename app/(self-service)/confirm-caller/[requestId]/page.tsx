import type { Metadata } from 'next';
import { ActionForm } from '@/components/site/forms/action-form';
import { MainContent } from '@/components/site/layout/main-content';
import { Card } from '@/components/ui/card';
import { CheckWords } from '@/components/ui/check-words';
import { DescriptionList } from '@/components/ui/lists/description-list';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Time } from '@/components/ui/time';
import { readQuestion } from '@/lib/helpdesk/caller-check/manager/answer-manager-request';
import type { ManagerRequest } from '@/lib/helpdesk/caller-check/manager/manager-request';
import { parseManagerRequestId } from '@/lib/shared/identifiers/manager-request-id';
import { services } from '@/lib/server/composition/compose';
import { refuseAsNotFound } from '@/lib/server/web/refuse-page';
import { askBeforehand } from '@/lib/server/web/actions/ask-beforehand';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { confirmCallerNames } from '@/lib/shared/names/activation-names';
import { agentOf } from '@/lib/shared/helpdesk-contact';
import { confirmCallerAction, declineCallerAction } from './actions';
import { t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t(confirmCallerNames.heading) });

export default async function ConfirmCallerPage({ params }: { params: Promise<{ requestId: string }> }) {
  const { requestId } = await params;
  const id = parseManagerRequestId(requestId);
  if (!id) refuseAsNotFound();
  const manager = await requirePagePermission('caller:confirm', `/confirm-caller/${id}`);
  const { helpdesk, organisation } = await services();
  const { contact } = organisation.live.look();
  const question = await readQuestion(helpdesk, manager, id);
  if (!question) refuseAsNotFound();
  const { request, caller, agent, isOver } = question;
  return (
    <MainContent width="prose">
      <PageHeading lead={t('Somebody on the phone with the helpdesk says so, and you are the manager on record.')}>
        {t(confirmCallerNames.heading)}
      </PageHeading>
      <div className="grid gap-6">
        <Card>
          <DescriptionList
            items={[
              { term: t('Name'), description: caller.displayName },
              { term: t('User ID'), description: <span className="wrap-anywhere">{caller.userId}</span> },
              { term: t('Asked by'), description: agentOf(agent.displayName, contact) },
              { term: t('Asked'), description: <Time at={request.askedAt.toISOString()} form="relative" /> },
              ...(isOver
                ? []
                : [
                    {
                      term: t('Answer until'),
                      description: <Time at={request.expiresAt.toISOString()} form="until" />,
                    },
                  ]),
            ]}
          />
        </Card>
        {isOver ? (
          <Answered state={request.state} />
        ) : (
          <>
            {request.words !== null && (
              <section className="grid gap-2">
                <p>
                  {t(
                    'Does the helpdesk call you? Then they have to say these two words. If they can’t, they aren’t the helpdesk.',
                  )}
                </p>
                <CheckWords
                  name={t(confirmCallerNames.words)}
                  askedBy={agentOf(agent.displayName, contact)}
                  words={request.words}
                />
              </section>
            )}
            <p>
              {t(
                'Ask {name} yourself first, in person or on a number that you know. On your word they can activate a new device.',
                { name: caller.displayName },
              )}
            </p>
            <ActionForm
              action={confirmCallerAction}
              proof={await askBeforehand(manager, { action: 'confirm-caller' })}
              submit={t(confirmCallerNames.confirm)}
            >
              <input type="hidden" name="requestId" value={id} />
            </ActionForm>
            <ActionForm action={declineCallerAction} submit={t(confirmCallerNames.decline)} variant="secondary">
              <input type="hidden" name="requestId" value={id} />
            </ActionForm>
          </>
        )}
      </div>
    </MainContent>
  );
}

function Answered({ state }: { state: ManagerRequest['state'] }) {
  switch (state) {
    case 'confirmed':
    case 'redeemed':
      return (
        <Notice tone="success" title={t(confirmCallerNames.confirmed)}>
          <p>{t('The helpdesk goes on. There is nothing more to do.')}</p>
        </Notice>
      );
    case 'declined':
      return (
        <Notice tone="info" title={t('You did not confirm')}>
          <p>{t('The helpdesk knows. There is nothing more to do.')}</p>
        </Notice>
      );
    case 'waiting':
      return (
        <Notice tone="info" title={t('The time to answer is over')}>
          <p>{t('The helpdesk can ask you again.')}</p>
        </Notice>
      );
  }
}
