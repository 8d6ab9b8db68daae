'use client';

import { Button } from '@/components/ui/buttons/button';
import { areaNames } from '@/lib/shared/names/area-names';
import { t } from '@/lib/shared/language/t';
import { keepFields } from './kept-fields';

/** Loads the page anew, and keeps what was typed in the form around it. */
export function LoadAgainButton() {
  return (
    <Button
      onClick={({ currentTarget }) => {
        const form = currentTarget.closest('form');
        if (form) keepFields(form);
        location.reload();
      }}
    >
      {t(areaNames.loadAgain)}
    </Button>
  );
}
