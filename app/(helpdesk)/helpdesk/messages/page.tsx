import type { Metadata, Route } from 'next';
import { StaffForm } from '@/components/staff/helpdesk/staff-form';
import { DeadLetterTable } from '@/components/staff/helpdesk/queues/dead-letter-table';
import { MainContent } from '@/components/site/layout/main-content';
import { EmptyState } from '@/components/ui/lists/empty-state';
import { PageHeading } from '@/components/ui/page-heading';
import { PagesNavigation } from '@/components/ui/lists/pages-navigation';
import { may } from '@/lib/accounts/users/permission';
import { services } from '@/lib/server/composition/compose';
import { DEAD_LETTER_SORT_KEYS, type DeadLetterOrder } from '@/lib/messaging/outbox';
import type { MessageStatus } from '@/lib/messaging/message-status';
import { formatSortOrder, parseSortOrder } from '@/lib/shared/sort-order';
import { requirePagePermission } from '@/lib/server/web/sessions/signed-in';
import { operationNames } from '@/lib/shared/names/staff-names';
import { z } from 'zod';
import { replayMessageAction } from './actions';
import { formatCount, t } from '@/lib/shared/language/t';

export const generateMetadata = (): Metadata => ({ title: t('Messages') });

const PAGE = 50;

/** Page numbers beyond the limit fall back to 1, and so do malformed ones. */
const pageSchema = z.coerce.number().int().min(1).max(1_000).catch(1);

export default async function MessagesPage({
  searchParams,
}: {
  searchParams: Promise<{ sort?: unknown; page?: unknown }>;
}) {
  const staff = await requirePagePermission('message:view', '/helpdesk/messages');
  const { messaging } = await services();
  const query = await searchParams;
  const order = parseSortOrder(query.sort, DEAD_LETTER_SORT_KEYS);
  const page = pageSchema.parse(query.page);
  const [state, messageStatus] = await Promise.all([
    messaging.outbox.state(staff.user.domain),
    messaging.outbox.listDead(staff.user.domain, PAGE + 1, order, (page - 1) * PAGE),
  ]);
  const dead = messageStatus.slice(0, PAGE);
  const retrying = state.mail.pending + state.webhook.pending;
  const failed = state.mail.dead + state.webhook.dead;
  return (
    <MainContent>
      <PageHeading
        lead={t('{failed} failed · {retrying} retrying', {
          failed: formatCount(failed),
          retrying: formatCount(retrying),
        })}
      >
        {t('Messages')}
      </PageHeading>
      {failed === 0 ? (
        <EmptyState title={t('Everything was delivered')}>
          {t('Undelivered emails and webhooks appear here.')}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-4">
          <DeadLetterTable messages={dead} order={order} actionOf={may(staff, 'message:replay') ? replayForm : null} />
          <PagesNavigation
            links={[
              { name: t('Previous page'), href: page === 1 ? null : address(order, page - 1) },
              { name: t('Next page'), href: messageStatus.length > PAGE ? address(order, page + 1) : null },
            ]}
          />
        </div>
      )}
    </MainContent>
  );
}

function address(order: DeadLetterOrder | null, page: number): Route {
  const sort = order && { sort: formatSortOrder(order) };
  return `/helpdesk/messages?${new URLSearchParams({ ...sort, page: String(page) }).toString()}` as Route;
}

function replayForm({ id }: MessageStatus) {
  return (
    <StaffForm
      action={replayMessageAction}
      decides
      submit={t(operationNames.sendAgain)}
      variant="secondary"
      pendingText={t('Sending…')}
      pageWords={t('The message will be sent again now.')}
    >
      <input type="hidden" name="messageId" value={id} />
    </StaffForm>
  );
}
