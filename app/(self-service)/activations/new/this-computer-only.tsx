import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/language/t';

/** Where the image leads to an address that means "this computer" on every device. */
export function ThisComputerOnly({ publicUrl }: { publicUrl: string }) {
  return (
    <Notice tone="info" title={t('This address works on this computer only')}>
      <p>
        {t(
          '{address} can’t be opened on a phone. Open the phone app here instead. A real phone needs an https address: TESSERA_URL, as “A real phone” in the manual says.',
          { address: publicUrl },
        )}
      </p>
      <div className="mt-3">
        <LinkButton href="/authenticator" variant="secondary">
          {t('Open the phone app')}
        </LinkButton>
      </div>
    </Notice>
  );
}
