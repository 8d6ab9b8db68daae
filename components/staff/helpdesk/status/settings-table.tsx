import { DataTable, type Column } from '@/components/ui/lists/data-table';
import { t } from '@/lib/shared/language/t';

type Setting = { name: string; meaning: string; isSet: boolean; value: string | null };

function columns(showsSource: boolean): readonly [Column<Setting>, ...Column<Setting>[]] {
  return [
    {
      name: t('Setting'),
      cell: ({ name, meaning }) => (
        <>
          <span className="font-mono">{name}</span>
          <span lang="en" className="block text-left font-normal text-ink-soft">
            {meaning}
          </span>
        </>
      ),
    },
    { name: t('Value'), cell: ({ value }) => value ?? t('Set') },
    ...(showsSource
      ? [
          {
            name: t('Source'),
            isNarrow: true,
            cell: ({ isSet }: Setting) => (isSet ? t('Environment') : t('Default')),
          },
        ]
      : []),
  ];
}

/**
 * Settings; of a secret it says only that it is set. What each means is in English, as in the manual.
 * @param showsSource where some are set and some have their default
 */
export function SettingsTable({
  label,
  settings,
  showsSource = true,
}: {
  label: string;
  settings: readonly Setting[];
  showsSource?: boolean;
}) {
  return <DataTable label={label} columns={columns(showsSource)} rows={settings} keyOf={({ name }) => name} />;
}
