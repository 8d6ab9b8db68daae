import type { Route } from 'next';
import { AuditTable } from '@/components/staff/audit/audit-table';
import { eventTypeWords } from '@/lib/audit/event-words';
import { EmptyState } from '@/components/ui/lists/empty-state';
import { FilterChips, type FilterChip } from '@/components/ui/lists/filter-chips';
import { PagesNavigation } from '@/components/ui/lists/pages-navigation';
import { peopleNames } from '@/lib/server/web/answers/people-names';
import type { AuditFilter, AuditLog } from '@/lib/audit/audit-log';
import type { AuditRecord } from '@/lib/audit/audit-record';
import { services } from '@/lib/server/composition/compose';
import { formatSortOrder, type SortOrder } from '@/lib/shared/sort-order';
import { auditNames } from '@/lib/shared/names/staff-names';
import { auditFields, auditQuery } from './audit-filter-schema';
import { formatCount, t } from '@/lib/shared/language/t';

const PAGE = 50;

/** Counting further would read much for a number that nobody needs exactly. */
const COUNTED = 10_000;

/** Where a page begins: behind or before a sequence number; both null for where the order begins. */
export type Place = { before: number | null; after: number | null };

/** The log can be read in the order of time alone; what else decides is a filter. */
export const AUDIT_SORT_KEYS = ['time'] as const;

type Order = SortOrder<(typeof AUDIT_SORT_KEYS)[number]>;

const NEWEST_FIRST: Order = { by: 'time', direction: 'descending' };

/** The records that match a filter. @param order null for the newest first */
export async function RecordsSection({
  domain,
  filter,
  place,
  order: requested,
}: {
  /** The reader's. */
  domain: string;
  filter: AuditFilter;
  place: Place;
  order: Order | null;
}) {
  const { audit } = (await services()).audit;
  const order = requested ?? NEWEST_FIRST;
  const [{ shown, newer, older }, count] = await Promise.all([
    order.direction === 'descending' ? readPage(audit, filter, place) : readRisingPage(audit, filter, place),
    audit.count(filter, COUNTED + 1),
  ]);
  const people = shown.flatMap(({ event: { actor, subject } }) => [
    ...(actor.kind === 'user' ? [actor.userId] : []),
    ...(subject?.domain === domain ? [subject.userId] : []),
  ]);
  const names = await peopleNames(domain, people);
  const sort: Record<string, string> = requested ? { sort: formatSortOrder(requested) } : {};
  return (
    <section aria-labelledby="records">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <h2 id="records" className="text-xl font-semibold">
          {t(auditNames.records)}{' '}
          <span className="text-base font-normal text-ink-soft tabular-nums">{countWords(count)}</span>
        </h2>
        <FilterChips label={t(auditNames.filters)} chips={chipsOf(filter, sort)} />
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('No records')}>
          {t('No record matches. Choose a longer period or remove a filter.')}
        </EmptyState>
      ) : (
        <AuditTable
          records={shown}
          names={names}
          sort={{ order, path: '/helpdesk/audit', query: auditFields(filter) }}
        />
      )}
      <PagesNavigation
        links={[
          {
            name: t(auditNames.newer),
            href: newer === null ? null : address(filter, { ...sort, after: String(newer) }),
          },
          {
            name: t(auditNames.older),
            href: older === null ? null : address(filter, { ...sort, before: String(older) }),
          },
        ]}
      />
    </section>
  );
}

/** @property newer, older sequence numbers that the neighbouring pages go on from; null where there is none */
async function readPage(
  audit: AuditLog,
  filter: AuditFilter,
  { before, after }: Place,
): Promise<{ shown: AuditRecord[]; newer: number | null; older: number | null }> {
  if (after === null) {
    const records = await audit.list(filter, { order: 'newest-first', after: before, limit: PAGE + 1 });
    const rows = records.slice(0, PAGE);
    return {
      shown: rows,
      newer: before === null ? null : first(rows),
      older: records.length > PAGE ? last(rows) : null,
    };
  }
  const auditRecords = await audit.list(filter, { order: 'oldest-first', after, limit: PAGE + 1 });
  if (auditRecords.length <= PAGE) return readPage(audit, filter, { before: null, after: null });
  const visibleRecords = auditRecords.slice(0, PAGE).toReversed();
  return { shown: visibleRecords, newer: first(visibleRecords), older: last(visibleRecords) };
}

/** The same pages, cut from the oldest record on and each the other way round. */
async function readRisingPage(audit: AuditLog, filter: AuditFilter, place: Place): ReturnType<typeof readPage> {
  const { before, after } = place;
  const isForward = before === null;
  const order = isForward ? 'oldest-first' : 'newest-first';
  const records = await audit.list(filter, { order, after: isForward ? after : before, limit: PAGE + 1 });
  if (!isForward && records.length <= PAGE) return readRisingPage(audit, filter, { before: null, after: null });
  const page = records.slice(0, PAGE);
  const rows = isForward ? page : page.toReversed();
  const isEnd = isForward && records.length <= PAGE;
  return { shown: rows, newer: isEnd ? null : last(rows), older: isForward && after === null ? null : first(rows) };
}

const first = (records: readonly AuditRecord[]) => records[0]?.sequenceNumber ?? null;
const last = (records: readonly AuditRecord[]) => records.at(-1)?.sequenceNumber ?? null;

function countWords(count: number): string {
  return count > COUNTED ? t('more than {count}', { count: formatCount(COUNTED) }) : formatCount(count);
}

function chipsOf(filter: AuditFilter, sort: Record<string, string>): FilterChip[] {
  const { type, subjectUserId, actorUserId, text } = filter;
  const chips = [
    { name: t('Search'), value: text, without: { text: null } },
    { name: t(auditNames.event), value: type && eventTypeWords(type), without: { type: null } },
    { name: t(auditNames.aboutUser), value: subjectUserId, without: { subjectUserId: null } },
    { name: t(auditNames.doneBy), value: actorUserId, without: { actorUserId: null } },
  ];
  return chips.flatMap(({ name, value, without }) =>
    value === null ? [] : [{ name, value, href: address({ ...filter, ...without }, sort) }],
  );
}

function address(filter: AuditFilter, more: Record<string, string> = {}): Route {
  return `/helpdesk/audit?${auditQuery(filter, more)}` as Route;
}
