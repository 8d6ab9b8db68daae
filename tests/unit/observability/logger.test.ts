import { beforeEach, describe, expect, it } from 'vitest';
import { createLogger, type Logger } from '@/lib/observability/logger';
import { GatewayError } from '@/lib/activation/gateway-error';

import { captureLog } from '../../support/doubles/fake-log';

const CANARY = 'canary-c0ffee';
const SECRET_NAMES = [
  'password',
  'activationPassword',
  'registrationIdentifier',
  'payload',
  'encryptedPayload',
  'credentials',
  'credential',
  'encryptedCredential',
  'staticPassword',
  'oneTimePassword',
  'pin',
  'authorization',
  'cookie',
  'token',
  'sessionId',
  'passwordHash',
];

describe('the log', () => {
  let logger: Logger;
  let written: string[];

  beforeEach(() => {
    logger = createLogger('debug');
    written = captureLog(logger);
  });

  it.each(SECRET_NAMES)('keeps what is named %s to itself, down to two levels deep', (name) => {
    logger.info({ [name]: CANARY, one: { [name]: CANARY, two: { [name]: CANARY } } }, 'something happened');
    expect(written).toHaveLength(1);
    expect(written[0]).not.toContain(CANARY);
    expect(written[0]?.match(/\[redacted\]/g)).toHaveLength(3);
  });

  it('keeps a whole object of that name to itself', () => {
    logger.info({ credentials: { anything: CANARY }, request: { payload: [CANARY] } });
    expect(written.join()).not.toContain(CANARY);
  });

  it('says what happened, when and of what service, in one line of JSON', () => {
    logger.warn({ userId: 'jane.doe' }, 'two\nlines');
    expect(written[0]?.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      service: 'tessera',
      userId: 'jane.doe',
      msg: 'two\nlines',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
  });

  it('tells of an error its kind, code, last words and place, and of what caused it', () => {
    logger.error({ err: new GatewayError('timeout', { cause: new RangeError('too far') }) }, 'failed');
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      err: {
        name: 'GatewayError',
        code: 'timeout',
        message: 'the gateway failed: timeout',
        frames: expect.arrayContaining([expect.stringMatching(/logger\.test\.ts/)]),
        cause: { name: 'RangeError', message: 'too far' },
      },
    });
  });

  it('leaves out what an error carries besides, and the values that its message begins with', () => {
    const error = Object.assign(new Error(`query was {"password":"${CANARY}"}\nthe database has gone`), {
      parameters: [CANARY],
      cause: Object.assign(new Error(`${CANARY}\nit went away`), { query: CANARY }),
    });
    logger.error({ err: error }, 'failed');
    logger.error({ err: CANARY }, 'failed');
    logger.error({ err: new Error(`not a number: "1" or "${CANARY}"`) }, 'failed');
    expect(written.join()).not.toContain(CANARY);
    expect(written.join()).toContain('the database has gone');
  });
});
