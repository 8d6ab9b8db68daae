import type { Route } from 'next';
import { Button } from '@/components/ui/buttons/button';
import { FocusOnLargeScreens } from '@/components/ui/focus-on-large-screens';
import { TextField } from '@/components/ui/fields/text-field';
import { MAXIMUM_QUERY_LENGTH } from '@/lib/helpdesk/desk/find-users';
import { findUserNames } from '@/lib/shared/names/staff-names';
import { t } from '@/lib/shared/language/t';

/**
 * A GET form, so that the results have a URL of their own.
 * @param query the previous search; empty at first
 * @param path of the page that searches
 */
export function FindUserForm({ query, path = '/helpdesk' }: { query: string; path?: Route }) {
  return (
    <form method="get" action={path} role="search" className="flex max-w-prose flex-wrap items-end gap-3">
      <div className="min-w-60 grow">
        <FocusOnLargeScreens>
          <TextField
            label={t(findUserNames.find)}
            name="q"
            type="search"
            data-search
            aria-keyshortcuts="/"
            defaultValue={query}
            key={query}
            required
            maxLength={MAXIMUM_QUERY_LENGTH}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            enterKeyHint="search"
          />
        </FocusOnLargeScreens>
      </div>
      <Button type="submit" variant="primary">
        {t(findUserNames.search)}
      </Button>
    </form>
  );
}
