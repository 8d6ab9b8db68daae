import { Button } from '@/components/ui/buttons/button';
import { phoneAppNames } from '@/lib/shared/names/phone-app-names';
import { readCarriedLink } from '@/lib/phone/scanning/carried-link';
import { t } from '@/lib/shared/language/t';
import { perform } from '../perform';

/** Takes an activation's link that was copied in the browser. @param onNone where the clipboard holds none, or is closed */
export function PasteLink({ onLink, onNone }: { onLink: (text: string) => void; onNone: () => void }) {
  async function paste(): Promise<void> {
    // By the person's press: the browser may ask them, and they may say no.
    const held = await navigator.clipboard.readText().catch(() => '');
    const link = readCarriedLink(held, window.location.origin);
    if (!link.ok) return onNone();
    // It opens an activation: nobody else is to find it there.
    await navigator.clipboard.writeText('').catch(() => undefined);
    onLink(link.value);
  }

  return (
    <div className="grid justify-items-center gap-3 border-t border-line pt-5">
      <p className="text-center text-ink-soft">{t('Did you copy a link in the browser?')}</p>
      <Button onClick={() => perform(paste())}>{t(phoneAppNames.pasteLink)}</Button>
    </div>
  );
}
