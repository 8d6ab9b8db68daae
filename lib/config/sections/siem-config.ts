import { z } from 'zod';
import { setting, type Section, type ValuesOf } from '../environment/setting';
import { withoutBrackets } from '../host-in-url';
import { certificateFileSchema, isCertificateOf, keyFileSchema, type TlsSettings } from './pem-files';

/** Registered for syslog over TLS (RFC 5425 §4.1). */
const SYSLOG_TLS_PORT = 6_514;

/** Where the audit log is forwarded to: as syslog over TLS, or by HTTPS. */
export type SiemConfig = {
  host: string;
  port: number;
  tls: TlsSettings;
  /** What records are posted to, and the header `authorization` that goes with them; null for syslog. */
  https: { url: string; authorization: string | null } | null;
};

const addressSchema = z.string().transform((text, context) => {
  const posted = text.startsWith('https:') ? postAddress(text) : null;
  if (posted) return posted;
  const [, name = '', number = String(SYSLOG_TLS_PORT)] = /^([\w.-]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  const port = Number(number);
  if (name !== '' && port >= 1 && port <= 65_535) return { host: name, port, url: null };
  context.addIssue(
    'needs the name of a host, with its port behind a colon where that is not 6514, or an https:// address without a name, a password or a fragment',
  );
  return z.NEVER;
});

function postAddress(text: string): { host: string; port: number; url: string } | null {
  if (!URL.canParse(text)) return null;
  const { hostname, port, username, password, hash } = new URL(text);
  if (username !== '' || password !== '' || hash !== '') return null;
  return { host: withoutBrackets(hostname), port: Number(port || 443), url: text };
}

export const SIEM = {
  title: 'Audit log to a SIEM',
  note: 'Syslog over TLS (RFC 5424, RFC 5425), or posts by HTTPS, from when it is set on.',
  settings: {
    TESSERA_SIEM: setting(addressSchema, {
      unset: 'none',
      meaning:
        'what takes the audit log over: the `https://` address of a receiver of JSON lines, which acknowledges, or a host that takes syslog over TLS, `siem.example.org` or with its port, which is 6514 otherwise',
      shown: ({ host, port, url }) => url ?? `${host}:${port}`,
      example: 'https://siem.example.org:8088/services/collector/raw',
    }),
    TESSERA_SIEM_AUTHORIZATION: setting(
      z.string().regex(/^[\u0021-\u007E]+(?: [\u0021-\u007E]+)*$/, {
        error: 'needs the value of a header in ASCII, such as "Bearer …" or "Splunk …"',
      }),
      {
        unset: 'none',
        meaning: 'header `authorization` of its posts: `Splunk <token>`, `Bearer <token>`, `ApiKey <key>`',
        example: 'Splunk 00000000-0000-0000-0000-000000000000',
      },
    ),
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
  const problems: string[] = [];
  if (values.TESSERA_SIEM_AUTHORIZATION !== undefined && values.TESSERA_SIEM?.url === null)
    problems.push('TESSERA_SIEM_AUTHORIZATION needs an https:// address in TESSERA_SIEM: syslog has no such header');
  if ((certificate === undefined) !== (key === undefined))
    problems.push('TESSERA_SIEM_CERTIFICATE_FILE and TESSERA_SIEM_KEY_FILE need each other');
  else if (certificate !== undefined && key !== undefined && !isCertificateOf({ certificate, key }))
    problems.push('TESSERA_SIEM_KEY_FILE holds another key than that of TESSERA_SIEM_CERTIFICATE_FILE');
  return problems;
}

/** @returns null where the log is not forwarded */
export function siemFrom(values: Values): SiemConfig | null {
  const { TESSERA_SIEM: address, TESSERA_SIEM_CA_FILE: authority, TESSERA_SIEM_AUTHORIZATION: authorization } = values;
  const { TESSERA_SIEM_CERTIFICATE_FILE: certificate, TESSERA_SIEM_KEY_FILE: key } = values;
  if (!address) return null;
  const { host, port, url } = address;
  const identity = certificate === undefined || key === undefined ? null : { certificate, key };
  const https = url === null ? null : { url, authorization: authorization ?? null };
  return { host, port, tls: { authority: authority ?? null, identity }, https };
}
