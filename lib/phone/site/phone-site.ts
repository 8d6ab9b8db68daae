import type { SiteKeyPins } from './site-key-pins';

/** The website that a phone turns to, and what it holds it to. */
export type PhoneSite = {
  /** As the phone reaches it, `https://tessera.example.org`; never what an answer says of itself. */
  origin: string;
  pins: SiteKeyPins;
};
