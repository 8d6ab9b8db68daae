import { generateCaseReference, type OpenCase } from '@/lib/helpdesk/safety/cases/safety-case';
import { systemRandom } from '@/lib/shared/random';
import { aHash } from './fake-invitations';

/** An open case, of its own reference and link. */
export function openCase(given: Partial<OpenCase> & Pick<OpenCase, 'userId' | 'domain'>): OpenCase {
  return {
    state: 'open',
    reference: generateCaseReference(systemRandom),
    version: 1,
    about: 'lost-phone',
    proof: 'password',
    openedAt: new Date('2026-05-04T10:00:00Z'),
    trace: { browser: 'Firefox on Linux', network: '203.0.113.0/24' },
    locked: [{ instanceId: 'VDS1000042-1', name: 'Pixel 9' }],
    holderHash: aHash(),
    tokenHash: aHash(),
    disputedAt: null,
    ...given,
  };
}
