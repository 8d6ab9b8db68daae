import { afterAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '@/lib/config/environment/read-environment';
import { problemsOf } from '../../support/servers/environment-problems';
import { writeCertificates } from '../../support/servers/write-certificates';

describe('the environment of OneSpan Cloud Authentication', () => {
  const files = writeCertificates();
  const GATEWAY = 'onespan-cloud';
  const NEEDED = {
    GATEWAY,
    ONESPAN_CLOUD_URL: 'https://tenant.prod.eu1.tid.onespan.cloud',
    ONESPAN_CLOUD_DOMAIN: 'tenant-domain',
  };
  const IDENTITY = {
    ONESPAN_CLOUD_CERTIFICATE_FILE: files.certificate,
    ONESPAN_CLOUD_KEY_FILE: files.key,
  };

  afterAll(() => files.remove());

  it('the OneSpan Cloud settings are read with and without certificates', () => {
    expect(readEnvironment(NEEDED)).toEqual({ ...readEnvironment({}), ...NEEDED });
    const read = readEnvironment({ ...NEEDED, ...IDENTITY, ONESPAN_CLOUD_CA_FILE: files.authority });
    expect(read.ONESPAN_CLOUD_CA_FILE).toContain('BEGIN CERTIFICATE');
    expect(read.ONESPAN_CLOUD_KEY_FILE).toContain('PRIVATE KEY');
  });

  it('all missing OneSpan Cloud settings are named at once, without the embedded gateway’s secrets', () => {
    expect(problemsOf({ GATEWAY, ONESPAN_CLOUD_KEY_FILE: files.key })).toEqual([
      'ONESPAN_CLOUD_URL is needed with GATEWAY=onespan-cloud',
      'ONESPAN_CLOUD_DOMAIN is needed with GATEWAY=onespan-cloud',
      'ONESPAN_CLOUD_CERTIFICATE_FILE and ONESPAN_CLOUD_KEY_FILE need each other',
    ]);
    const database = {
      DATABASE_URL: 'postgresql://tessera@db/tessera',
      TESSERA_SESSION_SECRET: 's'.repeat(32),
      TESSERA_DATA_KEYS: `one:${'0a'.repeat(32)}`,
    };
    expect(problemsOf({ ...NEEDED, ...database })).toEqual([]);
  });

  it('a OneSpan Cloud key and certificate that do not match are refused', () => {
    const mixed = { ...IDENTITY, ONESPAN_CLOUD_KEY_FILE: files.otherKey };
    expect(problemsOf({ ...NEEDED, ...mixed })).toEqual([
      'ONESPAN_CLOUD_KEY_FILE holds another key than that of ONESPAN_CLOUD_CERTIFICATE_FILE',
    ]);
  });

  it('a site’s domain other than the tenant’s is refused', () => {
    expect(problemsOf({ ...NEEDED, TESSERA_DOMAIN: 'tenant-domain' })).toEqual([]);
    expect(problemsOf({ ...NEEDED, TESSERA_DOMAIN: 'example.org' })).toEqual([
      expect.stringMatching(/^TESSERA_DOMAIN must be left out/),
    ]);
  });

  it.each([
    ['ONESPAN_CLOUD_URL', 'http://tenant.prod.eu1.tid.onespan.cloud'],
    ['ONESPAN_CLOUD_URL', 'https://user:hunter2@tenant.example'],
    ['ONESPAN_CLOUD_URL', 'https://tenant.example/v1/'],
    ['ONESPAN_CLOUD_URL', 'https://tenant.example/?key=hunter2'],
    ['ONESPAN_CLOUD_URL', 'tenant.example'],
    ['ONESPAN_CLOUD_CA_FILE', '/nowhere/authority.pem'],
    ['ONESPAN_CLOUD_CA_FILE', files.key],
    ['ONESPAN_CLOUD_CA_FILE', files.expired],
  ])('the OneSpan Cloud settings refuse %s=%s in one sentence', (name, value) => {
    const problems = problemsOf({ ...NEEDED, [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} (needs|holds)`))]);
    expect(problems.join()).not.toMatch(/hunter2|PRIVATE/);
  });
});
