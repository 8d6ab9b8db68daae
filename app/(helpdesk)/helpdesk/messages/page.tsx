import type { Metadata } from 'next';
import { StaffForm } from '@/components/helpdesk/staff-form';
import { DeadLetterTable } from '@/components/helpdesk/queues/dead-letter-table';
import { MainContent } from '@/components/layout/main-content';
import { EmptyState } from '@/components/ui/empty-state';
import { formatCount } from '@/components/ui/figures';
import { PageHeading } from '@/components/ui/page-heading';
import { may } from '@/lib/accounts/users/permission';
import { services } from '@/lib/composition/compose';
import { DEAD_LETTER_SORT_KEYS } from '@/lib/messaging/outbox';
import type { MessageStatus } from '@/lib/messaging/message-status';
import { parseSortOrder } from '@/lib/shared/sort-order';
import { requirePagePermission } from '@/lib/web/sessions/signed-in';
import { replayMessageAction } from './actions';

export const metadata: Metadata = { title: 'Messages' };

const LIMIT = 100;

export default async function MessagesPage({ searchParams }: { searchParams: Promise<{ sort?: unknown }> }) {
  const staff = await requirePagePermission('message:view', '/helpdesk/messages');
  const { messages } = await services();
  const order = parseSortOrder((await searchParams).sort, DEAD_LETTER_SORT_KEYS);
  const [state, dead] = await Promise.all([messages.outbox.state(), messages.outbox.listDead(LIMIT, order)]);
  const retrying = state.mail.pending + state.webhook.pending;
  const failed = state.mail.dead + state.webhook.dead;
  return (
    <MainContent>
      <PageHeading lead={`${formatCount(failed)} failed · ${formatCount(retrying)} retrying`}>Messages</PageHeading>
      {dead.length === 0 ? (
        <EmptyState title="Everything was delivered">Undelivered emails and webhooks appear here.</EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-4">
          {failed > dead.length && <p>Showing the first {dead.length}.</p>}
          <DeadLetterTable messages={dead} order={order} actionOf={may(staff, 'message:replay') ? replayForm : null} />
        </div>
      )}
    </MainContent>
  );
}

function replayForm({ id }: MessageStatus) {
  return (
    <StaffForm
      action={replayMessageAction}
      stepUp="never"
      submit="Send again"
      variant="secondary"
      pendingText="Sending…"
      pageWords="The message will be sent again now."
    >
      <input type="hidden" name="messageId" value={id} />
    </StaffForm>
  );
}
