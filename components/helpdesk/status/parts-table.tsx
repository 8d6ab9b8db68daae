import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { DataTable, type Column } from '@/components/ui/lists/data-table';
import { operationNames } from '@/lib/names/staff-names';
import { t } from '@/lib/language/t';

/** A part of the site. @property isWell null where its state is not known */
export type SitePart = { name: string; isWell: boolean | null; detail: ReactNode };

function columns(): readonly [Column<SitePart>, ...Column<SitePart>[]] {
  return [
    { name: t('Part'), isNarrow: true, cell: ({ name }) => name },
    { name: t('State'), isNarrow: true, cell: ({ isWell }) => <State isWell={isWell} /> },
    { name: t('Detail'), cell: ({ detail }) => detail },
  ];
}

/** What the site consists of, and whether each part works. */
export function PartsTable({ parts }: { parts: readonly SitePart[] }) {
  return <DataTable label={t(operationNames.parts)} columns={columns()} rows={parts} keyOf={({ name }) => name} />;
}

function State({ isWell }: { isWell: boolean | null }) {
  if (isWell === null) return <Badge tone="neutral">{t('Unknown')}</Badge>;
  return isWell ? <Badge tone="success">{t('OK')}</Badge> : <Badge tone="warning">{t('Failing')}</Badge>;
}
