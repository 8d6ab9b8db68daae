import type { ReactNode } from 'react';
import { LogoPicture } from '@/components/site/layout/organisation';
import { SiteMark } from '@/components/site/layout/site-mark';
import { CodeImage } from '@/components/ui/code-image';
import type { PlainMessage } from '@/lib/shared/language/t';
import type { Language } from '@/lib/shared/language';
import type { OrganisationLook } from '@/lib/shared/organisation-look';

type Say = (message: string, values?: Readonly<Record<string, string>>) => string;

const HEADING = 'guide|Activate your phone' satisfies PlainMessage;
const STEPS = [ComputerPicture, ScanPicture, PinPicture];

/**
 * One A4 page: the address, three steps, and what to do when the phone is lost. On paper it is alone.
 * @param picture the address as a code
 * @param say texts in the language of whoever reads the page
 */
export function PrintedGuide({
  language,
  look,
  address,
  picture,
  say,
}: {
  language: Language;
  look: OrganisationLook;
  address: string;
  picture: { size: number; path: string };
  say: Say;
}) {
  const { name, phone, email, hours } = look.contact ?? { name: '', phone: null, email: null, hours: null };
  const reach = [phone, email, hours].filter((part) => part !== null);
  const steps = [
    say('On a computer, open {address} and sign in with your user ID and password.', { address }),
    say('Choose “{button}”. Point your phone’s camera at the image, and open the link that appears.', {
      button: say('Activate a device'),
    }),
    say('Choose a PIN on your phone. Done: from then on you sign in with it.'),
  ];
  return (
    <article
      lang={language}
      aria-labelledby="guide"
      className="grid max-w-prose gap-groups rounded-card border border-line bg-white p-8 text-black scheme-light forced-color-adjust-none print:max-w-none print:rounded-none print:border-0 print:p-0"
    >
      <div className="flex items-center gap-3 border-b border-line-strong pb-4 text-xl font-semibold">
        {look.logo ? (
          <LogoPicture logo={look.logo} className="h-12 w-auto max-w-60 object-contain" />
        ) : (
          <SiteMark className="size-10" />
        )}
        <span className="min-w-0 wrap-anywhere">{look.name}</span>
      </div>
      <div className="flex flex-wrap-reverse items-start justify-between gap-8">
        <div className="grid min-w-0 flex-1 basis-60 gap-facts">
          <h2 id="guide" className="text-2xl font-semibold tracking-tight">
            {say(HEADING)}
          </h2>
          <p className="text-lg">{say('You need your phone, your user ID and your password. It takes two minutes.')}</p>
          <p className="text-lg font-semibold wrap-anywhere">{address}</p>
        </div>
        <div className="w-36 shrink-0">
          <CodeImage
            name={say('The address as a code')}
            image={{ size: picture.size, paths: [{ fill: '#000000', path: picture.path }] }}
          />
        </div>
      </div>
      <ol className="grid gap-groups">
        {steps.map((text, index) => (
          <Step key={text} number={index + 1} picture={STEPS[index]}>
            {text}
          </Step>
        ))}
      </ol>
      <section aria-labelledby="guide-lost" className="grid gap-facts rounded-card border-2 border-black p-5">
        <h2 id="guide-lost" className="text-xl font-semibold">
          {say('Lost your phone?')}
        </h2>
        <p>{say('Lock it at once, from any device: {address}', { address: `${address}/lost-phone` })}</p>
        {look.contact && (
          <p>
            {say('Or turn to {helpdesk}:', { helpdesk: name })}{' '}
            <strong className="wrap-anywhere">{reach.join(' · ')}</strong>
          </p>
        )}
      </section>
      <p>{say('Nobody ever asks for your password, your PIN or your activation image. Not even the helpdesk.')}</p>
    </article>
  );
}

function Step({
  number,
  picture: Picture,
  children,
}: {
  number: number;
  picture: (() => ReactNode) | undefined;
  children: string;
}) {
  return (
    <li className="grid grid-cols-[4.5rem_1fr] items-center gap-6">
      {Picture && (
        <svg
          viewBox="0 0 48 48"
          aria-hidden="true"
          focusable="false"
          className="size-18 fill-none stroke-black stroke-2"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <Picture />
        </svg>
      )}
      <p className="text-lg wrap-anywhere">
        <strong aria-hidden="true">{number}. </strong>
        {children}
      </p>
    </li>
  );
}

function ComputerPicture() {
  return (
    <>
      <rect x="5" y="8" width="38" height="25" rx="3" />
      <path d="M18 40h12M24 33v7M12 17h14M12 24h8" />
    </>
  );
}

function ScanPicture() {
  return (
    <>
      <path d="M4 8h18v22H4z" />
      <path d="M8 12h4v4H8zM15 12h3v3h-3zM8 20h3v3H8zM14 19h4v5h-4z" strokeWidth="1.5" />
      <rect x="27" y="16" width="16" height="28" rx="3" />
      <path d="M33 40h4M27 24l-4-4" />
    </>
  );
}

function PinPicture() {
  return (
    <>
      <rect x="12" y="4" width="24" height="40" rx="4" />
      <path d="M18 14h.01M24 14h.01M30 14h.01" strokeWidth="4" />
      <path d="m18 27 4.500 4.500L31 22" />
    </>
  );
}
