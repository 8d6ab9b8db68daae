'use client';

import { useRef, useState } from 'react';
import { perform } from '@/components/site/feedback/perform';
import type { PasskeyTrouble } from '@/components/site/passkeys/ask-passkey';
import { loadAndAsk } from '@/components/site/passkeys/load-and-ask';
import { TROUBLE_WORDS } from '@/components/site/passkeys/trouble-words';
import { Button } from '@/components/ui/buttons/button';
import { ButtonProgress } from '@/components/ui/buttons/button-progress';
import { proofNames } from '@/lib/shared/names/sign-in-names';
import { t } from '@/lib/shared/language/t';

/** Sends its form with the answer of one of the user's passkeys, which then also counts for their session. */
export function UsePasskey() {
  const field = useRef<HTMLInputElement>(null);
  const [isPending, setIsPending] = useState(false);
  const [trouble, setTrouble] = useState<PasskeyTrouble | null>(null);

  async function ask() {
    if (isPending) return;
    setIsPending(true);
    setTrouble(null);
    const result = await loadAndAsk('/api/passkeys/proof');
    setIsPending(false);
    if (!result.ok) return setTrouble(result.trouble);
    const form = field.current?.form;
    if (!field.current || !form) return;
    field.current.value = result.answer;
    // Past the password field, which may be empty now.
    form.noValidate = true;
    form.requestSubmit();
    form.noValidate = false;
    // An answer is good once.
    field.current.value = '';
  }

  return (
    <div className="grid justify-items-start gap-2">
      <input ref={field} type="hidden" name="proofPasskey" />
      <Button onClick={() => perform(ask())} aria-disabled={isPending} aria-busy={isPending}>
        <ButtonProgress isPending={isPending}>{t(proofNames.withPasskey)}</ButtonProgress>
      </Button>
      {trouble && (
        <p role="alert" className="font-semibold text-danger">
          {t(TROUBLE_WORDS[trouble])}
        </p>
      )}
    </div>
  );
}
