'use client';

import type { OrganisationLook } from '@/lib/shared/organisation-look';
import { logoPath } from '@/lib/shared/organisation-look';
import { GROUNDS, paletteOf, type Scheme } from '@/lib/messaging/organisation/palette';
import { setupNames } from '@/lib/shared/names/setup-names';
import { t } from '@/lib/shared/language/t';
import { PRODUCT_COLOURS } from './preview-colours';

const SOFT = { light: '#4b5b65', dark: '#a9b8c0' };

/**
 * A page, a phone and a mail as people will see them, while it is typed. Drawn, because the content policy lets no element
 * have a style of its own, and an attribute of a drawing is none.
 * @param picture address of the logo; left out for the saved one
 */
export function LookPreview({ look, picture }: { look: OrganisationLook; picture?: string | null }) {
  const logo = picture === undefined ? look.logo && logoPath(look.logo) : picture;
  return (
    <section aria-labelledby="preview" className="grid gap-facts">
      <h2 id="preview" className="text-xl font-semibold">
        {t(setupNames.preview)}
      </h2>
      <p className="sr-only">{t('A page, a phone and an email with the name {name}.', { name: look.name })}</p>
      {(['light', 'dark'] as const).map((scheme) => (
        <Frames key={scheme} scheme={scheme} look={look} logo={logo} />
      ))}
    </section>
  );
}

function Frames({ scheme, look, logo }: { scheme: Scheme; look: OrganisationLook; logo: string | null }) {
  const { page, surface, ink } = GROUNDS[scheme];
  const { accent, onAccent, soft } = paletteOf(scheme, (look.colours ?? PRODUCT_COLOURS)[scheme]);
  const [quiet, name] = [SOFT[scheme], look.name];
  const helps = look.contact ? [look.contact.name, look.contact.phone ?? look.contact.email ?? ''] : [];
  return (
    <svg viewBox="0 0 360 206" aria-hidden="true" focusable="false" className="w-full rounded-card border border-line">
      <rect width="360" height="206" fill={page} />
      {/* A page: header, what it is about, its button. */}
      <rect x="10" y="10" width="222" height="112" rx="6" fill={surface} />
      <Head x={20} y={18} size={14} {...{ accent, logo, ink, name, most: 24 }} />
      <path d="M10 42h222" stroke={soft} />
      <text x="20" y="62" fontSize="11" fontWeight="600" fill={ink}>
        {t('Your devices')}
      </text>
      <rect x="20" y="72" width="96" height="20" rx="5" fill={accent} />
      <text x="68" y="85.5" fontSize="8" fontWeight="600" textAnchor="middle" fill={onAccent}>
        {cut(t('Activate a device'), 20)}
      </text>
      <text x="20" y="112" fontSize="7.5" fill={quiet}>
        {cut(helps.join(' · '), 50)}
      </text>
      {/* A phone with an account. */}
      <rect x="248" y="10" width="102" height="186" rx="12" fill={surface} stroke={quiet} strokeWidth="2" />
      <rect x="256" y="26" width="86" height="74" rx="6" fill={soft} />
      <Head x={262} y={34} size={12} {...{ accent, logo, ink, name, most: 11 }} />
      <text x="299" y="76" fontSize="17" fontWeight="600" textAnchor="middle" fill={ink}>
        123 456
      </text>
      <circle cx="299" cy="88" r="4" fill="none" stroke={accent} strokeWidth="2" />
      {/* A mail. */}
      <rect x="10" y="132" width="222" height="64" rx="6" fill={surface} />
      <Head x={20} y={140} size={12} {...{ accent, logo: null, ink, name, most: 26 }} />
      <text x="20" y="170" fontSize="8" fill={ink}>
        {cut(t('Device activated'), 40)}
      </text>
      <text x="20" y="184" fontSize="7.5" fill={quiet}>
        {cut(helps.length > 0 ? `${t('Need help?')} ${helps.join(' · ')}` : '', 50)}
      </text>
    </svg>
  );
}

/** Logo, or the mark's tiles in the accent, and the name. @param most letters that have room */
function Head({
  x,
  y,
  size,
  accent,
  logo,
  ink,
  name,
  most,
}: {
  x: number;
  y: number;
  size: number;
  accent: string;
  logo: string | null;
  ink: string;
  name: string;
  most: number;
}) {
  const tile = size / 3;
  return (
    <>
      {logo === null ? (
        [0, 1, 2, 3, 4, 5, 6, 7, 8].map((index) => (
          <rect
            key={index}
            x={x + (index % 3) * tile}
            y={y + Math.floor(index / 3) * tile}
            width={tile - 0.8}
            height={tile - 0.8}
            rx="0.8"
            fill={index === 4 ? '#b96a12' : accent}
          />
        ))
      ) : (
        <image href={logo} x={x} y={y} width={size * 1.6} height={size} preserveAspectRatio="xMinYMid meet" />
      )}
      <text
        x={x + (logo === null ? size + 5 : size * 1.6 + 5)}
        y={y + size * 0.78}
        fontSize={size * 0.68}
        fontWeight="600"
        fill={ink}
      >
        {cut(name, most)}
      </text>
    </>
  );
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
