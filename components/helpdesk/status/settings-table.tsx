import { Badge } from '@/components/ui/badge';
import { DataTable, type Column } from '@/components/ui/data-table';

type Setting = { name: string; meaning: string; isSet: boolean; value: string | null };

const COLUMNS: readonly [Column<Setting>, ...Column<Setting>[]] = [
  {
    name: 'Setting',
    cell: ({ name, meaning }) => (
      <>
        <span className="font-mono">{name}</span>
        <span className="block text-left font-normal text-ink-soft">{meaning}</span>
      </>
    ),
  },
  { name: 'Value', cell: ({ value }) => value ?? <Badge tone="neutral">Set</Badge> },
  { name: 'From', isNarrow: true, cell: ({ isSet }) => (isSet ? 'Environment' : 'Default') },
];

/** Settings of one kind; of a secret it says only that it is set. */
export function SettingsTable({ label, settings }: { label: string; settings: readonly Setting[] }) {
  return <DataTable label={label} columns={COLUMNS} rows={settings} keyOf={({ name }) => name} />;
}
