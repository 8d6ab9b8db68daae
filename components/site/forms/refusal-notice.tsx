'use client';

import { usePathname } from 'next/navigation';
import type { Ref } from 'react';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { refusalWords, type RefusalCode } from './refusal-words';
import { LoadAgainButton } from './load-again-button';
import { isSignedOut } from './use-form-action';
import { isPrompt } from './use-proof-prompt';
import { t } from '@/lib/shared/language/t';

export function RefusalNotice({ code, ref }: { code: RefusalCode; ref?: Ref<HTMLDivElement> }) {
  return <WordedRefusal code={code} words={refusalWords(code)} {...(ref && { ref })} />;
}

/**
 * Why a form was refused, and the way on: signed-out people sign in and come back to this page, where the form has its
 * fields again, and a page of an older version is loaded anew.
 * @param ref moves the focus here
 */
export function WordedRefusal({ code, words, ref }: { code: string; words: string; ref?: Ref<HTMLDivElement> }) {
  const path = usePathname();
  return (
    <div ref={ref} tabIndex={-1}>
      {/* Nothing was wrong where something is still to be proved. */}
      <Notice {...(isPrompt(code) ? { tone: 'info', role: 'status' } : { tone: 'error', role: 'alert' })}>
        <p>{words}</p>
        {isSignedOut(code) && (
          <div className="mt-2">
            <LinkButton href={`/sign-in?next=${encodeURIComponent(path)}`} variant="secondary">
              {t('Sign in and come back')}
            </LinkButton>
          </div>
        )}
        {code === 'outdated' && (
          <div className="mt-2">
            <LoadAgainButton />
          </div>
        )}
      </Notice>
    </div>
  );
}
