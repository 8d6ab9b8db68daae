'use client';

import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { Notice } from '@/components/ui/notice';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { t } from '@/lib/shared/language/t';
import { showFailures } from '@/components/site/feedback/perform';

/** Says above any screen that what was asked for there has failed. */
export function FailedAction() {
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => showFailures(setWords), []);
  if (words === null) return null;
  return (
    <div className="px-5 pt-3 sm:px-6">
      <Notice tone="error" role="alert">
        <p>{words}</p>
        <Button variant="quiet" onClick={() => setWords(null)}>
          {t(phoneAppNames.close)}
        </Button>
      </Notice>
    </div>
  );
}
