'use client';

import { useId, useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/buttons/button';
import { TextField } from '@/components/ui/fields/text-field';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { readCarriedLink } from '@/lib/phone/scanning/carried-link';
import { t } from '@/lib/shared/language/t';
import { PhoneScreen } from '../phone-screen';

/** A field for the link, where the clipboard is not readable or holds something else. @param onLink gets the link's text */
export function PasteLinkScreen({ onLink, onBack }: { onLink: (text: string) => void; onBack: () => void }) {
  const form = useId();
  const [isRefused, setIsRefused] = useState(false);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('link');
    const link = readCarriedLink(typeof typed === 'string' ? typed : '', window.location.origin);
    setIsRefused(!link.ok);
    if (link.ok) onLink(link.value);
  }

  return (
    <PhoneScreen
      title={t(phoneAppNames.pasteLink)}
      lead={t('In the browser, tap “Copy the link” first. Then hold a finger on the field and tap Paste.')}
      leave={{ name: 'back', onPress: onBack }}
      actions={
        <Button type="submit" form={form} variant="primary">
          {t(phoneAppNames.continue)}
        </Button>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-5">
        <TextField
          label={t(phoneAppNames.link)}
          name="link"
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          error={
            isRefused
              ? t('This isn’t a link to an activation on this website. Copy it again in the browser.')
              : undefined
          }
        />
      </form>
    </PhoneScreen>
  );
}
