import type { TlsSettings } from './pem-files';

/** The customer's DIGIPASS Gateway, to which phones' calls are relayed. */
export type RelayConfig = {
  /** https, without `/rest/v2`. */
  url: string;
  tls: TlsSettings;
};

/** Problems of the relay's variables together. @param variables as set, by name */
export function relayProblems(variables: Record<string, unknown>): string[] {
  if (variables['TESSERA_RELAY'] !== '1') return [];
  const problems: string[] = [];
  if (variables['GATEWAY'] !== 'onespan-server') problems.push('TESSERA_RELAY=1 needs GATEWAY=onespan-server');
  if (variables['ONESPAN_DIGIPASS_GATEWAY_URL'] === undefined)
    problems.push('ONESPAN_DIGIPASS_GATEWAY_URL is needed with TESSERA_RELAY=1');
  return problems;
}

type RelayValues = {
  TESSERA_RELAY: number;
  ONESPAN_DIGIPASS_GATEWAY_URL?: string | undefined;
  ONESPAN_DIGIPASS_GATEWAY_CA_FILE?: string | undefined;
};

/** @returns null when there is none */
export function relayFrom(environment: RelayValues): RelayConfig | null {
  const { TESSERA_RELAY, ONESPAN_DIGIPASS_GATEWAY_URL: url } = environment;
  if (TESSERA_RELAY !== 1 || url === undefined) return null;
  // No client certificate is documented for it.
  return { url, tls: { authority: environment.ONESPAN_DIGIPASS_GATEWAY_CA_FILE ?? null, identity: null } };
}
