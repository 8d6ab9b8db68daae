import { afterAll, describe, expect, it } from 'vitest';
import { secretsFrom } from '@/lib/config/config';
import { SECRET_NAMES } from '@/lib/config/sections/data-settings';
import { readEnvironment } from '@/lib/config/environment/read-environment';
import { relayFrom } from '@/lib/config/sections/relay-config';
import { addressesOf, isOnThisMachine } from '@/lib/config/sections/site-settings';
import { problemsOf } from '../../support/servers/environment-problems';
import { writeCertificates } from '../../support/servers/write-certificates';

const SECRETS = {
  TESSERA_SESSION_SECRET: 's'.repeat(32),
  TESSERA_DATA_KEYS: `new:${'0a'.repeat(32)},old:${'0b'.repeat(32)}`,
  GATEWAY_ID: '0123456789ABCDEF',
  GATEWAY_FRONT_END_KEY: 'f'.repeat(64),
  GATEWAY_BACK_END_KEY: 'b'.repeat(64),
};
const DATABASE_URL = 'postgresql://tessera@db/tessera';

describe('the environment', () => {
  it('the environment may be empty, and variables of others are ignored', () => {
    expect(readEnvironment({})).toMatchObject({ HOST: '127.0.0.1', PORT: 3000, GATEWAY: 'embedded' });
    expect(readEnvironment({})).not.toHaveProperty('DATABASE_URL');
    expect(readEnvironment({ PATH: '/bin', HOME: undefined })).toEqual(readEnvironment({}));
  });

  it('numeric variables are read as numbers', () => {
    expect(readEnvironment({ PORT: '8080', TESSERA_ACTIVATION_LIMIT: '0' })).toEqual({
      ...readEnvironment({}),
      PORT: 8080,
      TESSERA_ACTIVATION_LIMIT: 0,
    });
  });

  it.each([{ HOST: '0.0.0.0' }, { TESSERA_URL: 'https://tessera.example.org' }, { DATABASE_URL, ...SECRETS }])(
    'a demo is allowed on this machine alone, and so not with %j',
    (reached) => {
      expect(problemsOf({ TESSERA_DEMO: '1', HOST: 'localhost', PORT: '4000' })).toEqual([]);
      expect(problemsOf({ TESSERA_DEMO: '0', ...reached })).toEqual([]);
      expect(problemsOf({ TESSERA_DEMO: '1', ...reached })).toEqual([
        expect.stringMatching(/^TESSERA_DEMO is for this machine alone/),
      ]);
    },
  );

  it('a variable set to nothing says nothing', () => {
    expect(problemsOf({ PORT: '', DATABASE_URL: '' })).toEqual([]);
  });

  it('every problem of the environment is reported at once', () => {
    const problems = problemsOf({
      PORT: '0',
      TESSERA_URL: 'ftp://example.org',
      TESSERA_LOG_LEVEL: 'loud',
      TESSERA_STARTS_PER_DAY: 'many',
      TESSERA_DATA_KEYS: 'k1:short',
      GATEWAY: 'another',
      DATABASE_URL: 'mysql://db/tessera',
    });
    for (const name of ['PORT', 'TESSERA_URL', 'TESSERA_LOG_LEVEL', 'TESSERA_STARTS_PER_DAY', 'TESSERA_DATA_KEYS'])
      expect(problems.filter((problem) => problem.startsWith(`${name} `))).toHaveLength(1);
    // What the database server lacks is said together with what is malformed.
    for (const name of ['GATEWAY', 'DATABASE_URL', 'TESSERA_SESSION_SECRET', 'GATEWAY_ID', 'GATEWAY_BACK_END_KEY'])
      expect(problems.some((problem) => problem.startsWith(`${name} `))).toBe(true);
  });

  it('the owner of a database is named together with the site’s own user', () => {
    const DATABASE_MIGRATION_URL = 'postgresql://owner@localhost/tessera';
    expect(problemsOf({ DATABASE_MIGRATION_URL })).toEqual(['DATABASE_URL is needed with DATABASE_MIGRATION_URL']);
    expect(problemsOf({ DATABASE_URL, DATABASE_MIGRATION_URL, ...SECRETS })).toEqual([]);
  });

  it('a daily backup by the site is of the embedded database alone', () => {
    expect(problemsOf({ TESSERA_BACKUP_DIR: '/backups' })).toEqual([]);
    expect(problemsOf({ TESSERA_BACKUP_DIR: '/backups', DATABASE_URL, ...SECRETS })).toEqual([
      'TESSERA_BACKUP_DIR is for the embedded database: back PostgreSQL up with its own tools',
    ]);
    expect(problemsOf({ TESSERA_BACKUP_AT: '24:00' })).toEqual([
      'TESSERA_BACKUP_AT needs a time of day, 00:00 to 23:59',
    ]);
  });

  it('an environment with a database server needs every secret, and names those that are missing', () => {
    expect(problemsOf({ DATABASE_URL })).toEqual(SECRET_NAMES.map((name) => `${name} is needed with DATABASE_URL`));
    expect(problemsOf({ DATABASE_URL, ...SECRETS })).toEqual([]);
    for (const name of SECRET_NAMES) {
      const { [name]: _left, ...others } = SECRETS;
      expect(problemsOf({ DATABASE_URL, ...others })).toEqual([`${name} is needed with DATABASE_URL`]);
    }
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', ' 80'],
    ['PORT', '1e3'],
    ['TESSERA_TRUSTED_PROXIES', '11'],
    ['TESSERA_ACTIVATION_LIFETIME_SECONDS', '59'],
    ['TESSERA_SESSION_SECRET', 's'.repeat(31)],
    ['TESSERA_METRICS_TOKEN', 'short'],
    ['TESSERA_DATA_KEYS', `k1:${'0g'.repeat(32)}`],
    ['TESSERA_DATA_KEYS', `k1:${'0a'.repeat(32)},`],
    ['TESSERA_DATA_KEYS', `k 1:${'0a'.repeat(32)}`],
    ['GATEWAY_ID', '0123456789abcdef'],
    ['GATEWAY_FRONT_END_KEY', 'f'.repeat(63)],
    ['TESSERA_URL', 'example.org'],
    ['TESSERA_URL', 'https://example.org/tessera'],
    ['TESSERA_URL', 'https://example.org?tenant=blue'],
    ['TESSERA_URL', 'https://example.org/?'],
    ['TESSERA_URL', 'https://example.org/#top'],
    ['TESSERA_URL', 'https://me:hidden@example.org'],
    ['HOST', 'fe80::1%eth0'],
    ['HOST', 'a b'],
    ['HOST', '[::1'],
    ['TESSERA_CRONTO_RENDERER_URL', 'ftp://renderer.example.org'],
    ['TESSERA_CRONTO_RENDERER_URL', 'https://me:hidden@renderer.example.org/render?tenant=blue'],
    ['TESSERA_IMAGE_KEY_DAYS', '0'],
    ['TESSERA_DOMAIN', 'd'.repeat(256)],
    ['SMTP_URL', 'http://mail.example.org'],
    ['SMTP_URL', 'smtp://user:hunter2@'],
    ['SMTP_URL', 'smtp://mail.example.org/path'],
    ['SMTP_URL', 'smtps://mail.example.org?tls.rejectUnauthorized=false'],
    ['SMTP_URL', 'smtp://user:%zz@mail.example.org'],
    ['SMTP_URL', 'mail.example.org'],
    ['MAIL_FROM', 'Tessera'],
    ['MAIL_FROM', 'Tessera\r\nBcc: <thief@example.net>'],
    ['MAIL_FROM', 'A <a@example.org>, B <b@example.org>'],
    ['WEBHOOK_URLS', 'http://hooks.example.org/'],
    ['WEBHOOK_URLS', 'https://user:hunter2@hooks.example.org/'],
    ['WEBHOOK_URLS', 'https://hooks.example.org/,'],
    ['WEBHOOK_URLS', 'https://hooks.example.org/,https://hooks.example.org/'],
    ['WEBHOOK_SECRETS', 'too-short'],
  ])('the environment refuses %s=%s in one sentence that does not repeat a secret', (name, value) => {
    const problems = problemsOf({ MAIL_FROM: 'a@example.org', [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} (needs|has more than)`))]);
    // A number may be part of the range that is named.
    expect(problems.join().replaceAll(/\d+ to \d+/g, '')).not.toContain(value);
  });

  it.each([
    [{}, '127.0.0.1', 'http://127.0.0.1:3000', true],
    [{ HOST: '::1', PORT: '80' }, '::1', 'http://[::1]:80', true],
    [{ HOST: '[::1]' }, '::1', 'http://[::1]:3000', true],
    [{ HOST: '2001:db8::7' }, '2001:db8::7', 'http://[2001:db8::7]:3000', false],
    [{ HOST: '0.0.0.0' }, '0.0.0.0', 'http://localhost:3000', false],
    [{ HOST: '::' }, '::', 'http://localhost:3000', false],
    [{ HOST: '[::]' }, '::', 'http://localhost:3000', false],
    [{ HOST: '0:0:0:0:0:0:0:0' }, '0:0:0:0:0:0:0:0', 'http://localhost:3000', false],
    [{ HOST: '::', TESSERA_URL: 'https://bank.example/' }, '::', 'https://bank.example', false],
  ])('the listening address and the public URL follow from %j', (variables, host, publicUrl, here) => {
    const environment = readEnvironment(variables);
    expect(addressesOf(environment)).toMatchObject({ host, publicUrl });
    expect(isOnThisMachine(environment)).toBe(here);
  });

  it.each([
    ['smtp://mail.example.org', 'mail.example.org', 587, 'required', null],
    ['smtp://mail.example.org:25/', 'mail.example.org', 25, 'required', null],
    ['smtps://us%40er:p%3Aass@mail.example.org', 'mail.example.org', 465, 'implicit', ['us@er', 'p:ass']],
    ['smtp://localhost:1025', 'localhost', 1025, 'none', null],
    ['smtp://LOCALHOST', 'localhost', 587, 'none', null],
    ['smtp://127.0.0.1:1025', '127.0.0.1', 1025, 'none', null],
    ['smtp://[::1]:1025', '::1', 1025, 'none', null],
    ['smtps://localhost', 'localhost', 465, 'implicit', null],
    ['smtp://127.0.0.1.example.org', '127.0.0.1.example.org', 587, 'required', null],
  ])(
    'the mail server %s is read, encrypted wherever it leaves the machine',
    (SMTP_URL, host, port, encryption, login) => {
      expect(readEnvironment({ SMTP_URL, MAIL_FROM: 'a@example.org' }).SMTP_URL).toEqual({
        host,
        port,
        encryption,
        login: login && { user: login[0], password: login[1] },
      });
    },
  );

  it.each([
    ['no-reply@bank.example', '', 'no-reply@bank.example'],
    ['Bank of Examples <no-reply@BANK.example>', 'Bank of Examples', 'no-reply@bank.example'],
  ])('the mail sender is read: %s', (MAIL_FROM, name, address) => {
    expect(readEnvironment({ MAIL_FROM }).MAIL_FROM).toEqual({ name, address });
  });

  it('an environment with a mail server needs a sender, and with webhooks a secret for each', () => {
    expect(problemsOf({ SMTP_URL: 'smtp://localhost' })).toEqual(['MAIL_FROM is needed with SMTP_URL']);
    const WEBHOOK_URLS = 'https://a.example.org/, http://127.0.0.1:8080/hook';
    const missing = ['WEBHOOK_SECRETS needs one secret for each address of WEBHOOK_URLS'];
    const secret = 's'.repeat(32);
    expect(problemsOf({ WEBHOOK_URLS })).toEqual(missing);
    expect(problemsOf({ WEBHOOK_URLS, WEBHOOK_SECRETS: secret })).toEqual(missing);
    expect(problemsOf({ WEBHOOK_SECRETS: secret })).toEqual(missing);
    expect(readEnvironment({ WEBHOOK_URLS, WEBHOOK_SECRETS: `${secret},${secret}` }).WEBHOOK_URLS).toEqual([
      'https://a.example.org/',
      'http://127.0.0.1:8080/hook',
    ]);
  });

  it('the networks that webhooks of systems may lead into are ranges, to the bit', () => {
    const read = readEnvironment({ TESSERA_WEBHOOK_NETWORKS: '10.1.0.0/16, fd00::/8' });
    expect(read.TESSERA_WEBHOOK_NETWORKS).toEqual(['10.1.0.0/16', 'fd00::/8']);
    const wrong = ['TESSERA_WEBHOOK_NETWORKS needs networks such as 10.1.0.0/16, separated by commas'];
    for (const TESSERA_WEBHOOK_NETWORKS of ['10.1.0.1/16', 'hooks.example', '10.0.0.0/8,'])
      expect(problemsOf({ TESSERA_WEBHOOK_NETWORKS })).toEqual(wrong);
  });

  describe('of OneSpan Authentication Server', () => {
    const files = writeCertificates();
    const NEEDED = {
      GATEWAY: 'onespan-server',
      ONESPAN_SERVER_URLS: 'https://one.example.org:8888, https://two.example.org:8888/',
      ONESPAN_SERVICE_USER: 'svc-tessera',
      ONESPAN_SERVICE_PASSWORD: 'Canary-Password-1',
      ONESPAN_COMPONENT_TYPE: 'Self-Management Website',
    };
    const IDENTITY = {
      ONESPAN_CLIENT_CERTIFICATE_FILE: files.certificate,
      ONESPAN_CLIENT_KEY_FILE: files.key,
    };

    afterAll(() => files.remove());

    it('the OneSpan server settings are read with their certificates', () => {
      const read = readEnvironment({ ...NEEDED, ...IDENTITY, ONESPAN_SERVER_CA_FILE: files.authority });
      expect(read.ONESPAN_SERVER_URLS).toEqual(['https://one.example.org:8888', 'https://two.example.org:8888/']);
      expect(read.ONESPAN_SERVER_CA_FILE).toContain('BEGIN CERTIFICATE');
      expect(read.ONESPAN_CLIENT_KEY_FILE).toContain('PRIVATE KEY');
    });

    it('all missing OneSpan server settings are named at once, without the embedded gateway’s secrets', () => {
      const { GATEWAY, ...others } = NEEDED;
      const { GATEWAY_ID: _id, GATEWAY_FRONT_END_KEY: _front, GATEWAY_BACK_END_KEY: _back, ...secrets } = SECRETS;
      expect(problemsOf({ GATEWAY, DATABASE_URL, ...secrets })).toEqual(
        Object.keys(others).map((name) => `${name} is needed with GATEWAY=onespan-server`),
      );
      expect(problemsOf({ ...NEEDED, DATABASE_URL, ...secrets })).toEqual([]);
      expect(secretsFrom(secrets).gateway).toBeNull();
    });

    it.each([
      ['ONESPAN_SERVER_URLS', 'http://one.example.org'],
      ['ONESPAN_SERVER_URLS', 'https://user:hunter2@one.example.org'],
      ['ONESPAN_SERVER_URLS', 'https://one.example.org,'],
      ['ONESPAN_SERVER_CA_FILE', '/nowhere/authority.pem'],
      ['ONESPAN_SERVER_CA_FILE', files.key],
      ['ONESPAN_SERVER_CA_FILE', files.expired],
      ['ONESPAN_SERVER_CA_FILE', files.otherwiseLabelled],
      ['ONESPAN_SERVER_CA_FILE', files.broken],
      ['ONESPAN_GATEWAY_ID', 'a;b'],
      ['TESSERA_RELAY', 'yes'],
      ['ONESPAN_DIGIPASS_GATEWAY_URL', 'http://phones.example.org:11080'],
      ['ONESPAN_DIGIPASS_GATEWAY_URL', 'https://one.example.org,https://two.example.org'],
      ['ONESPAN_DIGIPASS_GATEWAY_URL', 'https://user:hunter2@phones.example.org'],
      ['ONESPAN_DIGIPASS_GATEWAY_CA_FILE', files.key],
      ['TESSERA_STAFF', 'ann.lee'],
      ['TESSERA_STAFF', 'king:ann.lee'],
      ['TESSERA_STAFF', 'auditor:ann.lee,'],
    ])('the OneSpan server settings refuse %s=%s in one sentence', (name, value) => {
      const problems = problemsOf({ ...NEEDED, [name]: value });
      expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} (needs|holds)`))]);
      expect(problems.join()).not.toMatch(/hunter2|Canary|PRIVATE/);
    });

    it('half a client identity and mismatched halves are refused', () => {
      const half = { ONESPAN_CLIENT_KEY_FILE: files.key };
      expect(problemsOf({ ...NEEDED, ...half })).toEqual([expect.stringContaining('need each other')]);
      const mixed = { ...IDENTITY, ONESPAN_CLIENT_KEY_FILE: files.otherKey };
      expect(problemsOf({ ...NEEDED, ...mixed })).toEqual([expect.stringContaining('another key')]);
    });

    const GATEWAY_ADDRESS = { ONESPAN_DIGIPASS_GATEWAY_URL: 'https://phones.example.org:11080/gateway' };

    it('the relay is on if configured, with the gateway it relays to', () => {
      const relayed = { ...NEEDED, ...GATEWAY_ADDRESS, TESSERA_RELAY: '1' };
      const tls = { authority: null, identity: null };
      expect(relayFrom(readEnvironment(relayed))).toEqual({ url: GATEWAY_ADDRESS.ONESPAN_DIGIPASS_GATEWAY_URL, tls });
      const trusted = readEnvironment({ ...relayed, ONESPAN_DIGIPASS_GATEWAY_CA_FILE: files.authority });
      expect(relayFrom(trusted)?.tls.authority).toContain('BEGIN CERTIFICATE');
      expect(relayFrom(readEnvironment({ ...relayed, TESSERA_RELAY: '0' }))).toBeNull();
      expect(relayFrom(readEnvironment(NEEDED))).toBeNull();
    });

    it('the relay is refused except for a gateway of its own kind', () => {
      const needsAddress = 'ONESPAN_DIGIPASS_GATEWAY_URL is needed with TESSERA_RELAY=1';
      expect(problemsOf({ ...NEEDED, TESSERA_RELAY: '1' })).toEqual([needsAddress]);
      const needsGateway = 'TESSERA_RELAY=1 needs GATEWAY=onespan-server';
      expect(problemsOf({ ...GATEWAY_ADDRESS, TESSERA_RELAY: '1' })).toEqual([needsGateway]);
      expect(problemsOf({ GATEWAY: 'embedded', TESSERA_RELAY: '1' })).toEqual([needsGateway, needsAddress]);
    });

    it('the staff of an authentication server are read', () => {
      const { TESSERA_STAFF } = readEnvironment({ TESSERA_STAFF: 'auditor:ann.lee, helpdesk-agent: a:b' });
      expect(TESSERA_STAFF).toEqual([
        { role: 'auditor', userId: 'ann.lee' },
        { role: 'helpdesk-agent', userId: 'a:b' },
      ]);
    });
  });

  it('the first data key encrypts, and the order of keys is kept', () => {
    const { dataKeys, sessionSecret } = secretsFrom(SECRETS);
    expect(dataKeys.map(({ id, key }) => [id, key[0], key.length])).toEqual([
      ['new', 10, 32],
      ['old', 11, 32],
    ]);
    expect(sessionSecret).toBe(SECRETS.TESSERA_SESSION_SECRET);
  });
});
