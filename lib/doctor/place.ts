import type { TlsSettings } from '../config/pem-files';
import type { Request } from '../gateway/connection/exchange';

/** Where a gateway is, and what it is asked to see whether it is there. */
export type Place = {
  url: string;
  tls: TlsSettings;
  /** Changes nothing. */
  question: Request;
  /** The variables that say it. */
  variables: { address: string; authority: string; certificate: string; key: string };
  /** What the address has to be. */
  addressIs: string;
};
