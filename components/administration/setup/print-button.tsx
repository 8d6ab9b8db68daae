'use client';

import { Button } from '@/components/ui/buttons/button';
import { setupNames } from '@/lib/names/setup-names';
import { t } from '@/lib/language/t';

export function PrintButton() {
  return (
    <Button variant="primary" onClick={() => window.print()}>
      {t(setupNames.print)}
    </Button>
  );
}
