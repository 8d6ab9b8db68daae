import { z } from 'zod';
import { setting, type Section, type ValuesOf } from '../environment/setting';
import { certificateFileSchema, isCertificateOf, keyFileSchema, type TlsSettings } from './pem-files';

/** Registered for syslog over TLS (RFC 5425 §4.1). */
const SYSLOG_TLS_PORT = 6_514;

/** Where the audit log is forwarded to. */
export type SiemConfig = { host: string; port: number; body: 'ocsf' | 'cef'; tls: TlsSettings };

const addressSchema = z.string().transform((text, context) => {
  const [, name = '', number = String(SYSLOG_TLS_PORT)] = /^([\w.-]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  const port = Number(number);
  if (name !== '' && port >= 1 && port <= 65_535) return { host: name, port };
  context.addIssue('needs the name of a host, with its port behind a colon where that is not 6514');
  return z.NEVER;
});

export const SIEM = {
  title: 'Audit log to a SIEM',
  note: 'Syslog over TLS (RFC 5424, RFC 5425), from when it is set on.',
  settings: {
    TESSERA_SIEM: setting(addressSchema, {
      unset: 'none',
      meaning:
        'host that takes the audit log over as syslog over TLS, `siem.example.org` or with its port, which is 6514 otherwise',
      shown: ({ host, port }) => `${host}:${port}`,
      example: 'siem.example.org:6514',
    }),
    TESSERA_SIEM_FORMAT: setting(z.enum(['ocsf', 'cef'], { error: 'must be "ocsf" or "cef"' }), {
      default: 'ocsf',
      meaning: 'what a message holds: `ocsf`, JSON of the Open Cybersecurity Schema Framework 1.3.0, or `cef`',
      shown: String,
    }),
    TESSERA_SIEM_CA_FILE: setting(certificateFileSchema, {
      unset: 'well-known authorities',
      meaning: 'PEM of the authority that vouches for that host',
      example: '/etc/tessera/siem-ca.pem',
    }),
    TESSERA_SIEM_CERTIFICATE_FILE: setting(certificateFileSchema, {
      unset: 'none',
      meaning: 'PEM of the certificate by which this site names itself to that host',
      example: '/etc/tessera/siem-client.pem',
    }),
    TESSERA_SIEM_KEY_FILE: setting(keyFileSchema, {
      unset: 'none',
      meaning: 'PEM of its key, without a passphrase',
      example: '/etc/tessera/siem-client-key.pem',
    }),
  },
} satisfies Section;

type Values = ValuesOf<typeof SIEM>;

/** Problems of these variables together. */
export function siemProblems(values: Values): string[] {
  const { TESSERA_SIEM_CERTIFICATE_FILE: certificate, TESSERA_SIEM_KEY_FILE: key } = values;
  if ((certificate === undefined) !== (key === undefined))
    return ['TESSERA_SIEM_CERTIFICATE_FILE and TESSERA_SIEM_KEY_FILE need each other'];
  return certificate === undefined || key === undefined || isCertificateOf({ certificate, key })
    ? []
    : ['TESSERA_SIEM_KEY_FILE holds another key than that of TESSERA_SIEM_CERTIFICATE_FILE'];
}

/** @returns null where the log is not forwarded */
export function siemFrom(values: Values): SiemConfig | null {
  const { TESSERA_SIEM: address, TESSERA_SIEM_FORMAT: body, TESSERA_SIEM_CA_FILE: authority } = values;
  const { TESSERA_SIEM_CERTIFICATE_FILE: certificate, TESSERA_SIEM_KEY_FILE: key } = values;
  if (!address) return null;
  const identity = certificate === undefined || key === undefined ? null : { certificate, key };
  return { ...address, body, tls: { authority: authority ?? null, identity } };
}
