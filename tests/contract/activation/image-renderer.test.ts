import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RendererError } from '@/lib/wire/image/image-renderer';
import { CrontoRenderer } from '@/lib/wire/image/renderers/cronto-renderer';
import { blackAndWhiteRenderer, colourRenderer } from '@/lib/wire/image/renderers/qr-renderers';
import { readImageSignature } from '@/lib/wire/image/reading/read-signature';
import { locateCode } from '@/lib/wire/image/reading/locate-code';
import { decodeWithZxing } from '../../support/images/decode-with-zxing';
import { pictureFromPng } from '../../support/images/picture-from-png';
import { HANG_MS } from '@/lib/kit/poll';
import { RendererServer, BAD_WAYS } from '../../support/servers/renderer-server';
import { imageRendererContract, LONGEST_OFFLINE_MESSAGE } from './image-renderer.contract';

const SIGNATURE = { keyId: '0123abcd', issuedAt: 1_800_000_000, bytes: new Uint8Array(64).fill(7) };

describe('black and white', () => {
  imageRendererContract(() => blackAndWhiteRenderer);
});

describe('colour', () => {
  imageRendererContract(() => colourRenderer);

  it.each(['01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd', LONGEST_OFFLINE_MESSAGE])(
    'an image carries its signature, and every reader still decodes it: %s',
    async (text) => {
      const png = await colourRenderer.render(text, SIGNATURE);
      const picture = pictureFromPng(png);
      const sighting = locateCode(picture, { timeLimit: 400 });
      expect(sighting?.text).toBe(text);
      expect(sighting && readImageSignature(picture, sighting)).toEqual(SIGNATURE);
      expect(await decodeWithZxing(png)).toBe(text);
    },
  );
});

describe('the customer’s own renderer', () => {
  let server: RendererServer;

  beforeAll(async () => {
    server = await RendererServer.open();
  });

  beforeEach(() => {
    server.way = 'well';
    server.asked.length = 0;
  });

  afterAll(() => server.close());

  imageRendererContract(() => new CrontoRenderer(server.url));

  it('the customer’s renderer gets the message in hexadecimal, format CRONTO and its own query', async () => {
    await new CrontoRenderer(server.url).render('01;01;ä');
    expect(server.asked).toEqual(['/v1/visualcodes/render?tenant=blue&format=CRONTO&message=30313b30313bc3a4']);
  });

  it('the customer’s renderer gets the message of an offline activation unchanged (OneSpan §5.3)', async () => {
    await new CrontoRenderer(server.url).render('F15A');
    expect(server.asked).toEqual(['/v1/visualcodes/render?tenant=blue&format=CRONTO&message=F15A']);
  });

  const failures: Record<(typeof BAD_WAYS)[number], string> = {
    slowly: 'timeout',
    'in drops': 'timeout',
    hugely: 'too-large',
    'with the wrong type': 'wrong-type',
    'with a redirect': 'redirected',
    'with an error': 'refused',
    'with garbage': 'not-an-image',
    'with half a picture': 'not-an-image',
    'with a strip': 'not-an-image',
    'with a dot': 'not-an-image',
    'not at all': 'unreachable',
  };

  it.each(BAD_WAYS)('a renderer that answers %s is a failure that names nothing of the message', async (way) => {
    server.way = way;
    const secret = '01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd';
    const timeLimitMs = failures[way] === 'timeout' ? 300 : HANG_MS;
    const error: unknown = await new CrontoRenderer(server.url, timeLimitMs)
      .render(secret)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RendererError);
    expect(error).toMatchObject({ code: failures[way] });
    const told = JSON.stringify([String(error), (error as Error).stack, (error as Error).cause]);
    expect(told).not.toContain(Buffer.from(secret).toString('hex'));
    expect(told).not.toContain('127.0.0.1');
    expect(server.asked).toHaveLength(1);
  });

  it('a renderer that is not there is a failure', async () => {
    const gone = await RendererServer.open();
    gone.close();
    await expect(new CrontoRenderer(gone.url).render('x')).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });
});
