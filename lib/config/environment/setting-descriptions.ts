import type { Environment } from './environment-schema';

/** A variable's description for the README, in Markdown. Its values come from the schema. */
export type SettingDescription = {
  /** The effective value when unset. */
  default: string;
  meaning: string;
  /** The vendor's name for it. */
  source?: string;
};

type Section = { title: string; settings: Partial<Record<keyof Environment, SettingDescription>> };

/** Every variable of `environmentSchema`, in reading order. */
export const SETTING_SECTIONS: readonly Section[] = [
  {
    title: 'The site',
    settings: {
      HOST: { default: '`127.0.0.1`', meaning: 'address to listen on' },
      PORT: { default: '`3000`', meaning: 'port to listen on' },
      TESSERA_URL: {
        default: 'from `HOST` and `PORT`',
        meaning:
          'how people reach the site, the same on all replicas; `https://…` turns on `__Host-` cookies and HSTS. Passkeys need a host name in it, with `https`, or `localhost`; a loopback address has them at `localhost`, and they are lost when the name changes',
      },
      TESSERA_HOSTS: {
        default: 'none',
        meaning:
          'further names, separated by commas, each with its port where that is not the usual one; another `Host` is refused, except for `/api/health`',
      },
      TESSERA_TIME_ZONE: {
        default: '`UTC`',
        meaning: 'zone of the times in mails and letters, which name it: `Europe/Berlin`; pages use the reader’s own',
      },
      TESSERA_TRUSTED_PROXIES: { default: '`0`', meaning: 'how many proxies in front add to `X-Forwarded-For`' },
      TESSERA_WAITING_PAGES: {
        default: '`5000`',
        meaning: 'long polls that one process holds at a time; others are told to come back',
      },
      TESSERA_LOG_LEVEL: {
        default: '`info`',
        meaning: '`fatal`, `error`, `warn`, `info`, `debug` or `silent`; JSON lines on standard output',
      },
      TESSERA_METRICS_TOKEN: {
        default: 'none',
        meaning:
          'bearer token of `/api/metrics`, 32 characters or more; without it only this machine may read them, and only where `TESSERA_URL` is a loopback address',
      },
    },
  },
  {
    title: 'Data and secrets',
    settings: {
      TESSERA_DATA_DIR: {
        default: '`.data`',
        meaning: 'embedded database, secrets (mode 0600), lock, and mails without a mail server',
      },
      TESSERA_FSYNC: {
        default: '`1`',
        meaning:
          'with `0` the embedded database does not wait for the disk, so that a power failure may lose or break it; for demos',
      },
      DATABASE_URL: {
        default: 'embedded',
        meaning:
          '`postgresql://…`, version 15 or newer, for any number of replicas; needs the session secret and the data keys, and with the embedded gateway its three secrets',
      },
      TESSERA_DATABASE_CONNECTIONS: {
        default: 'a share',
        meaning: 'connections of one process to PostgreSQL; unset, a quarter of what the server allows, at most 10',
      },
      TESSERA_SESSION_SECRET: {
        default: 'generated',
        meaning:
          'encrypts the session cookie, and the keys of service accounts are hashed under it: changing it signs everybody out and ends those keys; 32 characters or more',
      },
      TESSERA_DATA_KEYS: {
        default: 'generated',
        meaning:
          '`id:hex64[,id:hex64…]`: the first encrypts, all decrypt; how to rotate: [`lib/database`](../database/README.md)',
      },
      GATEWAY_ID: { default: 'generated', meaning: 'the embedded gateway’s identifier: 16 capital hexadecimal digits' },
      GATEWAY_FRONT_END_KEY: { default: 'generated', meaning: 'key that phones call it with: 64 hexadecimal digits' },
      GATEWAY_BACK_END_KEY: { default: 'generated', meaning: 'key of its back-end services: 64 hexadecimal digits' },
    },
  },
  {
    title: 'People and sessions',
    settings: {
      TESSERA_DOMAIN: {
        default: '`example.org`',
        meaning: 'domain of the people who sign in; with `onespan-server` the server’s domain',
      },
      TESSERA_DEMO_PASSWORD: { default: 'generated', meaning: 'password of the demo accounts' },
      TESSERA_DEMO: {
        default: '`0`',
        meaning:
          'with `1` the first start also makes people with devices and a week behind them, so that every page can be tried; only on the embedded database and gateway, at a loopback address',
      },
      TESSERA_SESSION_SECONDS: { default: '`28800`', meaning: 'how long a session lasts' },
      TESSERA_STAFF_IDLE_MINUTES: {
        default: '`30`',
        meaning:
          'how long a member of staff may do nothing before they are signed out; a page that is left open does nothing',
      },
      TESSERA_ENROLMENT: {
        default: '`standard`',
        meaning:
          'what binding a device takes: `standard`, a password for the first and a second proof for everything after it; `strong`, a second proof for the first too; `open`, a password alone, for tests',
      },
      TESSERA_PROBATION_HOURS: {
        default: '`24`',
        meaning:
          'how long a new device signs in and vouches for nothing (`0`, `12` or `24`); twice as long after a re-issue, with a recovery code, or within seven days of a change of the mail addresses',
      },
      TESSERA_STEP_UP_SECONDS: {
        default: '`300`',
        meaning: 'age of a proof, such as a password check, after which a sensitive action asks for it again',
      },
      TESSERA_ORGANISATION: {
        default: 'the name in `MAIL_FROM`, or `Tessera`',
        meaning: 'whose site it is, as the phone app names its accounts; at most 64 characters',
      },
      TESSERA_HELPDESK_CONTACT: {
        default: 'none',
        meaning:
          'who helps people, in pages, mails, letters and the phone app: `name=…; phone=…; email=…; hours=…`, of which a name and one way to reach it are needed',
      },
      TESSERA_SECURITY_CONTACT: {
        default: 'none',
        meaning:
          'whom to tell of a weakness in this site: up to five `mailto:`, `https:` or `tel:` addresses separated by commas, the first preferred; published as `/.well-known/security.txt`',
      },
      TESSERA_STAFF: {
        default: 'none',
        meaning:
          'with `onespan-server`: `role:user-id` pairs separated by commas; roles `helpdesk-agent`, `break-glass`, `helpdesk-approver`, `auditor`, `administrator`',
      },
    },
  },
  {
    title: 'Sign-in with an identity provider',
    settings: {
      TESSERA_OIDC_ISSUER: {
        default: 'none',
        meaning:
          'issuer of an OpenID provider, as the provider writes it; its redirect address is `<TESSERA_URL>/api/auth/callback/oidc`. The provider has to say `auth_time` where `max_age` is asked for, as OpenID Connect Core §2 demands',
      },
      TESSERA_OIDC_CLIENT_ID: { default: 'needed with the issuer', meaning: 'this site’s client identifier there' },
      TESSERA_OIDC_CLIENT_SECRET: {
        default: 'none',
        meaning: 'its secret; without one this site is a public client, which PKCE alone protects',
      },
      TESSERA_OIDC_NAME: { default: 'the issuer’s host', meaning: 'what people call it: “Continue with …”' },
      TESSERA_OIDC_ACR: {
        default: 'none',
        meaning:
          'values of `acr`, separated by spaces, that count as a second factor; they are asked for. Any other sign-in counts as a password does',
      },
      TESSERA_OIDC_USER_CLAIM: {
        default: '`preferred_username`',
        meaning:
          'claim that names the user ID at the first sign-in, from when on the provider’s `sub` does; one that people cannot choose for themselves',
      },
      TESSERA_OIDC_CREATE: {
        default: '`0`',
        meaning: 'with `1` whoever has no account gets one at the first sign-in',
      },
      TESSERA_OIDC_ROLES_CLAIM: {
        default: 'none',
        meaning:
          'claim that names people’s staff roles, applied at every sign-in; administrators give and take none here then',
      },
      TESSERA_OIDC_ROLES: {
        default: 'needed with the roles’ claim',
        meaning: '`value:role` pairs separated by commas; roles as in `TESSERA_STAFF`',
      },
      TESSERA_OIDC_ROLES_FROM: {
        default: '`id-token`',
        meaning:
          'where the roles’ claim counts: in the signed ID token, or with `userinfo` also in what the userinfo endpoint says, which nobody has signed',
      },
    },
  },
  {
    title: 'Activations and images',
    settings: {
      TESSERA_ACTIVATION_LIFETIME_SECONDS: {
        default: '`300`; `600` with `onespan-cloud`',
        meaning:
          'how long an image can be scanned; with `onespan-server` no longer than its provisioning cache keeps a registration ("Cache persistence", oas-pg), with `onespan-cloud` no longer than the 10 minutes of an activation password (oca-ig)',
      },
      TESSERA_REQUEST_LIFETIME_SECONDS: {
        default: '`86400`',
        meaning: 'how long a request waits for a gateway that cannot be reached',
      },
      TESSERA_STARTS_PER_DAY: { default: '`5`', meaning: 'activations that a person may start in 24 hours' },
      TESSERA_ACTIVATION_LIMIT: {
        default: '`3`',
        meaning: 'devices of one licence at the embedded gateway; `0` for any number',
      },
      TESSERA_IMAGE_KEY_DAYS: { default: '`90`', meaning: 'how long images are signed with one key' },
      TESSERA_CRONTO_RENDERER_URL: {
        default: 'none',
        meaning:
          'your renderer of Cronto images, asked with `?format=CRONTO&message=<hex>` added, for a PNG; the message carries the activation password, so use https unless it runs on this machine',
      },
    },
  },
  {
    title: 'Mails and webhooks',
    settings: {
      SMTP_URL: {
        default: 'none',
        meaning:
          '`smtp://user:password@host:587` (STARTTLS or nothing is sent, except to this machine) or `smtps://…`; without it mails are files in the data directory',
      },
      MAIL_FROM: { default: 'none', meaning: 'sender, `address` or `Name <address>`; needed with `SMTP_URL`' },
      TESSERA_MAIL_LINKS: {
        default: '`1`',
        meaning:
          '`0`: no mail contains a link, so that people learn to follow none; instead an address to type and, where one is needed, a code',
      },
      WEBHOOK_URLS: { default: 'none', meaning: 'different https addresses, separated by commas' },
      WEBHOOK_SECRETS: {
        default: 'none',
        meaning: 'one for each address, separated by commas, 32 characters or more each',
      },
      TESSERA_WEBHOOK_NETWORKS: {
        default: 'none',
        meaning:
          'networks such as `10.1.0.0/16`, separated by commas, that webhooks which systems make by the API may lead into; without it into the Internet alone',
      },
    },
  },
  {
    title: 'Helpdesk and audit log',
    settings: {
      TESSERA_PROTECTED_GROUPS: {
        default: 'none',
        meaning: 'groups, separated by commas, whose people two members of staff look after',
      },
      TESSERA_PRINT_MAILBOX: {
        default: 'none',
        meaning: 'mailbox of the printer that letters come out of; without it nothing is sent as a letter',
      },
      TESSERA_APPROVAL_SECONDS: { default: '`3600`', meaning: 'how long a request waits for a second person' },
      TESSERA_AUDIT_HEAD_SECONDS: { default: '`3600`', meaning: 'how often the end of the audit log is signed' },
      TESSERA_AUDIT_HEAD_FILE: {
        default: 'none',
        meaning:
          'file that gets each signed head, beside the log and the webhooks; put it out of the reach of the database’s administrators',
      },
    },
  },
  {
    title: 'The gateway',
    settings: {
      GATEWAY: { default: '`embedded`', meaning: '`embedded`, `onespan-server` or `onespan-cloud`' },
    },
  },
  {
    title: 'OneSpan Authentication Server (`GATEWAY=onespan-server`)',
    settings: {
      ONESPAN_SERVER_URLS: {
        default: 'needed',
        meaning: 'SOAP addresses, https, separated by commas, tried in this order; port 8888',
        source: '"Integrate provisioning via the SOAP API" (oas-fullsdk-pg)',
      },
      ONESPAN_SERVER_CA_FILE: {
        default: 'well-known authorities',
        meaning: 'PEM of the authority that vouches for the servers',
        source: 'the certificate that was set up with your server',
      },
      ONESPAN_CLIENT_CERTIFICATE_FILE: {
        default: 'none',
        meaning: 'PEM, where the server or a proxy asks for a client certificate',
        source: 'your server’s or proxy’s set-up',
      },
      ONESPAN_CLIENT_KEY_FILE: {
        default: 'none',
        meaning: 'PEM of its key; goes with the certificate',
        source: 'your server’s or proxy’s set-up',
      },
      ONESPAN_SERVICE_USER: {
        default: 'needed',
        meaning:
          'service user who may log on to administration, view users and DIGIPASS, unlock, deactivate and test passwords',
        source: '"Execute operations (SOAP API)" (oas-fullsdk-pg)',
      },
      ONESPAN_SERVICE_PASSWORD: {
        default: 'needed',
        meaning: 'its password',
        source: '"Execute operations (SOAP API)" (oas-fullsdk-pg)',
      },
      ONESPAN_SERVICE_DOMAIN: { default: '`master`', meaning: 'its domain', source: 'a public client' },
      ONESPAN_COMPONENT_TYPE: {
        default: 'needed',
        meaning: 'client component whose address and policy you registered for Tessera',
        source: '"Post-installation tasks" (dpgw-gsg), "dsappSRPRegister command"',
      },
      ONESPAN_GATEWAY_ID: {
        default: 'left out',
        meaning: 'DIGIPASS Gateway ID; leave it out for apps that have the address built in',
        source: 'Servers > Global Configuration > Push Notification; community n/105056',
      },
      ONESPAN_RESET_PASSWORDS: {
        default: '`0`',
        meaning:
          '`1` lets people whom the helpdesk invited activate without a password; they lose their static password',
        source: '"dsappSRPRegister command", userExecute (oas-fullsdk-pg)',
      },
      TESSERA_RELAY: {
        default: '`0`',
        meaning: '`1` lets phones reach the DIGIPASS Gateway through Tessera',
        source: 'Tessera’s own',
      },
      ONESPAN_DIGIPASS_GATEWAY_URL: {
        default: 'needed with the relay',
        meaning: 'its https address, without `/rest/v2`',
        source: 'your DIGIPASS Gateway’s set-up (dpgw-gsg)',
      },
      ONESPAN_DIGIPASS_GATEWAY_CA_FILE: {
        default: 'well-known authorities',
        meaning: 'PEM of the authority that vouches for it',
        source: 'your DIGIPASS Gateway’s set-up (dpgw-gsg)',
      },
    },
  },
  {
    title: 'OneSpan Cloud Authentication (`GATEWAY=onespan-cloud`)',
    settings: {
      ONESPAN_CLOUD_URL: {
        default: 'needed',
        meaning: 'address of the tenant, https, without `/v1`: `https://<tenant>.<environment>.tid.onespan.cloud`',
        source: 'your tenant’s address; a public client',
      },
      ONESPAN_CLOUD_CERTIFICATE_FILE: {
        default: 'none',
        meaning: 'PEM of the client certificate that the tenant lets in',
        source: 'your tenant’s set-up; a public client',
      },
      ONESPAN_CLOUD_KEY_FILE: {
        default: 'none',
        meaning: 'PEM of its key, without a passphrase',
        source: 'your tenant’s set-up; a public client',
      },
      ONESPAN_CLOUD_CA_FILE: {
        default: 'well-known authorities',
        meaning: 'PEM of the authority that vouches for the address, where a proxy of yours is in front',
        source: 'Tessera’s own',
      },
      ONESPAN_CLOUD_DOMAIN: {
        default: 'needed',
        meaning:
          'domain in which the tenant registers users, `users/{user}@{domain}`; takes the place of `TESSERA_DOMAIN`',
        source: '"User registration and authenticator activation with orchestration" (oca-ig)',
      },
    },
  },
];
