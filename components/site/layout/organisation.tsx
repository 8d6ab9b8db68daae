'use client';

import { createContext, useContext, type ReactNode } from 'react';
import { logoPath, type OrganisationLook } from '@/lib/shared/organisation-look';
import { SiteMark } from './site-mark';

/** What heads a page: the organisation's name and logo, each null for the product's. */
export type Letterhead = { name: string | null; logo: OrganisationLook['logo'] };

const PRODUCT: Letterhead = { name: null, logo: null };

const Organisation = createContext<Letterhead>(PRODUCT);

/** Whose site it is, for every header in it: those of pages that failed too. */
export function WithOrganisation({ letterhead, children }: { letterhead: Letterhead; children: ReactNode }) {
  return <Organisation value={letterhead}>{children}</Organisation>;
}

/** Mark and name of the organisation; the product's where nobody has said anything. */
export function SiteName() {
  const { name, logo } = useContext(Organisation);
  return (
    <>
      {logo ? <LogoPicture logo={logo} className="h-8 w-auto max-w-40 object-contain" /> : <SiteMark />}
      <span className="min-w-0 wrap-anywhere">{name ?? 'Tessera'}</span>
    </>
  );
}

/** Decorative: the name stands beside it. On dark pages it has a white ground, as on the paper that logos are made for. */
export function LogoPicture({ logo, className }: { logo: NonNullable<Letterhead['logo']>; className: string }) {
  return (
    <img
      src={logoPath(logo)}
      width={logo.width}
      height={logo.height}
      alt=""
      className={`${className} rounded-mark dark:bg-white dark:p-0.5`}
    />
  );
}
