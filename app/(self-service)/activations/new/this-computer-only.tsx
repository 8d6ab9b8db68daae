import { ChevronDown } from 'lucide-react';
import { LinkButton } from '@/components/ui/buttons/link-button';
import { Notice } from '@/components/ui/notice';
import { t, type PlainMessage } from '@/lib/shared/language/t';

/** What `lib/phone/real-phone.md` says at more length. */
const WAYS: readonly { message: PlainMessage; commands: (host: string) => string[] }[] = [
  {
    message: 'A tunnel. Whoever knows the address that it prints reaches this site.',
    commands: (host) => [
      `cloudflared tunnel --url http://${host}`,
      'TESSERA_URL=https://… TESSERA_TRUSTED_PROXIES=1 npm start',
    ],
  },
  {
    message: 'Your own network. The phone needs the root certificate that mkcert makes.',
    commands: (host) => [
      'mkcert -install && mkcert laptop.local',
      `caddy reverse-proxy --from https://laptop.local --to ${host}`,
      'TESSERA_URL=https://laptop.local TESSERA_TRUSTED_PROXIES=1 npm start',
    ],
  },
];

/** Where the image leads to an address that means "this computer" on every device. */
export function ThisComputerOnly({ publicUrl }: { publicUrl: string }) {
  const { host } = new URL(publicUrl);
  return (
    <Notice tone="info" title={t('This address works on this computer only')}>
      <p>{t('{address} can’t be opened on a phone. Open the phone app here instead.', { address: publicUrl })}</p>
      <LinkButton href="/authenticator" variant="secondary">
        {t('Open the phone app')}
      </LinkButton>
      <details className="group">
        <summary className="flex min-h-11 w-fit list-none items-center gap-2 font-semibold [&::-webkit-details-marker]:hidden">
          {t('To use a real phone: two ways')}
          <ChevronDown aria-hidden="true" className="size-5 shrink-0 group-open:rotate-180" />
        </summary>
        <ol className="grid list-decimal gap-3 pl-5">
          {WAYS.map(({ message, commands }) => (
            <li key={message}>
              {t(message)}
              <code translate="no" className="grid gap-1 pt-1 font-mono text-sm">
                {commands(host).map((command) => (
                  <span key={command}>{command}</span>
                ))}
              </code>
            </li>
          ))}
        </ol>
      </details>
    </Notice>
  );
}
