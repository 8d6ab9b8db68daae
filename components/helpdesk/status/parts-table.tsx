import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { DataTable, type Column } from '@/components/ui/data-table';
import { operationNames } from '@/lib/names/operation-names';

/** A part of the site. @property isWell null where its state is not known */
export type SitePart = { name: string; isWell: boolean | null; detail: ReactNode };

const COLUMNS: readonly [Column<SitePart>, ...Column<SitePart>[]] = [
  { name: 'Part', isNarrow: true, cell: ({ name }) => name },
  { name: 'State', isNarrow: true, cell: ({ isWell }) => <State isWell={isWell} /> },
  { name: 'Detail', cell: ({ detail }) => detail },
];

/** What the site consists of, and whether each part works. */
export function PartsTable({ parts }: { parts: readonly SitePart[] }) {
  return <DataTable label={operationNames.parts} columns={COLUMNS} rows={parts} keyOf={({ name }) => name} />;
}

function State({ isWell }: { isWell: boolean | null }) {
  if (isWell === null) return <Badge tone="neutral">Unknown</Badge>;
  return isWell ? <Badge tone="success">OK</Badge> : <Badge tone="warning">Failing</Badge>;
}
