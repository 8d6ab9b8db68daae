import { beforeEach, describe, expect, it } from 'vitest';
import { createLogger, type Logger } from '@/lib/server/observability/logger';
import { GatewayError } from '@/lib/activation/gateway-error';
import { freePort } from '@/lib/kit/gateways/wire/free-port';
import { noAnswer } from '@/lib/messaging/webhooks/http-delivery';
import { captureLog } from '../../../support/doubles/fake-log';

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

  it.each(SECRET_NAMES)('a value named %s is redacted, down to two levels deep', (name) => {
    logger.info({ [name]: CANARY, one: { [name]: CANARY, two: { [name]: CANARY } } }, 'something happened');
    expect(written).toHaveLength(1);
    expect(written[0]).not.toContain(CANARY);
    expect(written[0]?.match(/\[redacted\]/g)).toHaveLength(3);
  });

  it('an object of a secret name is redacted as a whole', () => {
    logger.info({ credentials: { anything: CANARY }, request: { payload: [CANARY] } });
    expect(written.join()).not.toContain(CANARY);
  });

  it('a log line is one line of JSON with message, time and service', () => {
    logger.warn({ userId: 'jane.doe' }, 'two\nlines');
    expect(written[0]?.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      service: 'tessera',
      userId: 'jane.doe',
      msg: 'two\nlines',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
  });

  it('a logged bug has its name, message and stack, below a failure of something outside, too', () => {
    logger.error({ err: new GatewayError('timeout', 'not-sent', { cause: new RangeError('too far') }) }, 'failed');
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      err: {
        name: 'GatewayError',
        code: 'timeout',
        message: 'the gateway failed: timeout',
        cause: {
          name: 'RangeError',
          message: 'too far',
          frames: expect.arrayContaining([expect.stringMatching(/logger\.test\.ts/)]),
        },
      },
    });
  });

  it('a failed try of a webhook is a line of its names and codes, without a frame of this program', async () => {
    const failure: unknown = await fetch(`http://127.0.0.1:${await freePort()}/`).catch((cause: unknown) =>
      noAnswer(cause),
    );
    logger.warn({ err: failure }, 'a message was not sent');
    expect(written[0]).toContain('ECONNREFUSED');
    expect(written[0]).not.toContain('frames');
    expect(written[0]?.length).toBeLessThan(500);
  });

  it('a logged error leaves out other properties, and the values at the start of its message', () => {
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
