'use client';

import { Button } from '@/components/ui/buttons/button';
import { setupNames } from '@/lib/shared/names/setup-names';
import { t } from '@/lib/shared/language/t';

export function PrintButton() {
  return (
    <Button variant="primary" onClick={() => window.print()}>
      {t(setupNames.print)}
    </Button>
  );
}
