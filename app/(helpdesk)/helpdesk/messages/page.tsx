import type { Metadata } from 'next';
import { ActionForm } from '@/components/forms/action-form';
import { DeadLetterCard } from '@/components/helpdesk/queues/dead-letter-card';
import { MainContent } from '@/components/layout/main-content';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { may } from '@/lib/accounts/users/permission';
import { services } from '@/lib/composition/compose';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';
import { replayMessageAction } from './actions';

export const metadata: Metadata = { title: 'Messages' };

const LIMIT = 100;

export default async function MessagesPage() {
  const staff = await requirePagePermission('message:view', '/helpdesk/messages');
  const { messages } = await services();
  const [state, dead] = await Promise.all([messages.outbox.state(), messages.outbox.listDead(null, LIMIT)]);
  const waiting = state.mail.pending + state.webhook.pending;
  const total = state.mail.dead + state.webhook.dead;
  const mayReplay = may(staff, 'message:replay');
  return (
    <MainContent>
      <PageHeading lead={`Given up: ${total}. Still being tried: ${waiting}.`}>Messages</PageHeading>
      {dead.length === 0 ? (
        <EmptyState title="Everything was delivered">
          Mails and events that had to be given up would be listed here.
        </EmptyState>
      ) : (
        <div className="grid gap-4">
          {total > dead.length && <p>These are the newest {dead.length}.</p>}
          <ul aria-label="Messages given up" className="grid gap-4">
            {dead.map((message) => (
              <DeadLetterCard key={message.id} message={message}>
                {mayReplay && (
                  <ActionForm action={replayMessageAction} stepUp="never" submit="Send again" variant="secondary">
                    <input type="hidden" name="messageId" value={message.id} />
                  </ActionForm>
                )}
              </DeadLetterCard>
            ))}
          </ul>
        </div>
      )}
    </MainContent>
  );
}
