import type { TlsSettings } from '../config/pem-files';
import type { Request } from '../gateways/transport/exchange';

/** Where a gateway is, and what it is asked to see whether it is there. */
export type Endpoint = {
  url: string;
  tls: TlsSettings;
  /** Changes nothing. `refusal`: status that is an answer as well, whatever comes with it. */
  question: Request & { refusal?: number };
  /** The variables that say it. `client`: those of a client certificate; null where none can be set. */
  variables: { address: string; authority: string; client: { certificate: string; key: string } | null };
  /** What the address has to be. */
  addressIs: string;
};
