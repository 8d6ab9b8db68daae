import { existsSync } from 'node:fs';
import { expect } from '@playwright/test';
import { PNG } from 'pngjs';
import { poll } from '@/lib/kit/poll';
import type { Server } from '@/lib/kit/server/server';
import { names } from '@/lib/shared/names';
import { findCode } from '@/lib/phone/scanning/find-code';
import type { Engine } from '../../support/browser/engines/engine';
import { ENGINES } from '../../support/browser/engines/engines';
import { withOrientation } from '../../support/images/exif-orientation';
import { testIn } from '../fixtures/engine-test';
import { confirmAndChoosePin, openSessionIn, read, showImage } from './walk';

const WIDTH = 1_280;

type ImageKind = 'black-and-white' | 'colour';

/** What the app says of who made an image, whose signature is in its colours. */
const ISSUER = { 'black-and-white': /Not verifiable/, colour: /Issued by/ };

/** What a page keeps of what it asks the engine for. */
type Watched = Window & { tracks: MediaStreamTrack[]; screens: WakeLockSentinel[] };

/** From anywhere to the camera's screen, whose tracks and wake locks are kept from now on. */
async function openScanner(engine: Engine, server: Server): Promise<void> {
  await engine.goto(`${server.url}/authenticator`);
  await engine.see('button', names.phoneApp.scanCode);
  await engine.evaluate(watch);
  await engine.press('button', names.phoneApp.scanCode);
  await engine.see('heading', 'Scan the activation image');
}

/** Runs in the page. On prototypes: WebKit forgets what a script puts on such objects when it collects garbage. */
function watch(): void {
  const watched = window as unknown as Watched;
  watched.tracks = [];
  watched.screens = [];
  if ('mediaDevices' in navigator) {
    const devices: { getUserMedia: (this: MediaDevices, wish?: MediaStreamConstraints) => Promise<MediaStream> } =
      MediaDevices.prototype;
    const open = devices.getUserMedia;
    devices.getUserMedia = async function openWatched(wish) {
      const stream = await open.call(this, wish);
      watched.tracks.push(...stream.getVideoTracks());
      return stream;
    };
  }
  if ('wakeLock' in navigator) {
    const locks: { request: (this: WakeLock, type?: WakeLockType) => Promise<WakeLockSentinel> } = WakeLock.prototype;
    const { request } = locks;
    locks.request = async function requestWatched(type) {
      const screen = await request.call(this, type);
      watched.screens.push(screen);
      return screen;
    };
  }
}

const openTracks = (engine: Engine) =>
  engine.evaluate(() =>
    (window as unknown as Watched).tracks.filter(({ readyState }) => readyState === 'live').map(({ label }) => label),
  );

const heldScreens = (engine: Engine) =>
  engine.evaluate(() => (window as unknown as Watched).screens.filter(({ released }) => !released).length);

/** One camera is open, and its pictures come. @returns what the engine calls it */
async function expectPicture(engine: Engine): Promise<string> {
  let open: string[] = [];
  await poll('one open camera', async () => (open = await openTracks(engine)).length === 1);
  const position = () => engine.evaluate(() => document.querySelector('video')?.currentTime ?? 0);
  const before = await position();
  await poll('a picture that moves', async () => (await position()) !== before);
  return open[0] ?? '';
}

for (const installed of ENGINES) {
  const { name } = installed;
  const test = testIn(installed);

  test.describe('a camera of the engine’s own', { tag: '@all' }, () => {
    test.use({ cameras: 'made-up' });

    test(`the camera in ${name} is off while the app is out of sight, and shows a picture once it is back`, async ({
      engine,
      server,
    }) => {
      await openScanner(engine, server);
      await expectPicture(engine);
      const comeBack = await engine.hide();
      await poll('no open camera', async () => (await openTracks(engine)).length === 0);
      await comeBack();
      await expectPicture(engine);
      await engine.press('button', names.phoneApp.cancel);
      await engine.press('button', names.phoneApp.cancelActivation);
      await poll('no open camera', async () => (await openTracks(engine)).length === 0);
    });

    test(`the screen in ${name} stays on while the app’s camera looks, and no longer`, async ({ engine, server }) => {
      await openScanner(engine, server);
      await expectPicture(engine);
      await poll('a screen that stays on', async () => (await heldScreens(engine)) === 1);
      const comeBack = await engine.hide();
      await poll('a screen that may turn off', async () => (await heldScreens(engine)) === 0);
      await comeBack();
      await poll('a screen that stays on', async () => (await heldScreens(engine)) === 1);
    });

    test(`the app in ${name} reads an activation from a moving picture`, async ({ engine, server, account }) => {
      await openSessionIn(engine, server, account);
      await showImage(engine, server);
      const activation = (await engine.screenshot()).toString('base64');
      await engine.goto(`${server.url}/authenticator`);
      await engine.see('button', names.phoneApp.scanCode);
      await engine.evaluate(playAsCamera, activation);
      await engine.press('button', names.phoneApp.scanCode);
      await confirmAndChoosePin(engine);
    });

    // Firefox makes up one camera, which has no light.
    if (name === 'WebKit')
      test(`the app in ${name} switches between two cameras, remembers which, and switches the light of one`, async ({
        engine,
        server,
      }) => {
        // In a lower window the way out lies over the foot of the picture, where these buttons are.
        await engine.resize(WIDTH);
        await openScanner(engine, server);
        const back = await expectPicture(engine);
        await engine.press('button', names.phoneApp.light);
        await poll('a light that is on', () => isLit(engine, true));
        await engine.press('button', names.phoneApp.light);
        await poll('a light that is off', () => isLit(engine, false));

        await engine.press('button', names.phoneApp.switchCamera);
        await poll('another camera', async () => (await openTracks(engine))[0] !== back);
        const front = await expectPicture(engine);
        await openScanner(engine, server);
        expect(await expectPicture(engine)).toBe(front);
      });
  });

  test.describe('no camera for websites', { tag: '@all' }, () => {
    test.use({ cameras: 'unsupported' });

    test(`the app in ${name} says that websites get no camera, and where they do`, async ({ engine, server }) => {
      await openScanner(engine, server);
      await read(engine, /This browser has no camera for websites.*Open this page in another browser/);
      await engine.see('button', names.phoneApp.choosePicture);
    });
  });

  test.describe('no camera', { tag: '@all' }, () => {
    test(`the app in ${name} says that there is no camera, and reads a photo that lies on its side instead`, async ({
      engine,
      server,
      account,
    }) => {
      test.skip(existsSync('/dev/video0'), 'this machine has a camera');
      await openSessionIn(engine, server, account);
      await showImage(engine, server);
      await engine.press('button', names.activation.cannotScan);
      const photos: Record<ImageKind, Buffer> = {
        'black-and-white': await photographOnItsSide(engine, 'black-and-white'),
        colour: await photographOnItsSide(engine, 'colour'),
      };
      for (const kind of ['black-and-white', 'colour'] as const) {
        await openScanner(engine, server);
        await read(engine, /No camera found/);
        await engine.choosePicture(photos[kind], 'photo.jpg');
        await engine.see('heading', names.phoneApp.isThisYou);
        await read(engine, ISSUER[kind]);
      }
      await confirmAndChoosePin(engine);
    });
  });

  // The driver of WebKitGTK allows what a page asks for, and cannot be told to refuse it.
  if (name !== 'Firefox') continue;
  test.describe('a refused camera', { tag: '@all' }, () => {
    test.use({ cameras: 'refused' });

    test(`the app in ${name} says where a refused camera is allowed again`, async ({ engine, server }) => {
      await openScanner(engine, server);
      await read(
        engine,
        /The camera is not allowed.*Click the crossed-out camera before the address, and end the block/,
      );
      await engine.press('button', names.phoneApp.tryAgain);
      await read(engine, /The camera is not allowed/);
      expect(await openTracks(engine)).toEqual([]);
    });
  });
}

/** Whether the only open camera has its light on. */
function isLit(engine: Engine, isOn: boolean): Promise<boolean> {
  return engine.evaluate((expected: boolean) => {
    const track = (window as unknown as Watched).tracks.find(({ readyState }) => readyState === 'live');
    return track?.getSettings().torch === expected;
  }, isOn);
}

/**
 * A JPEG of the page with an image of this kind, as a phone keeps it that was held upright: turned by a quarter, which its EXIF
 * data say.
 */
async function photographOnItsSide(engine: Engine, kind: ImageKind): Promise<Buffer> {
  await engine.press('radio', names.activation.kinds[kind]);
  let shown: Buffer = Buffer.alloc(0);
  await poll(`an image in ${kind}`, async () => {
    shown = await engine.screenshot();
    const code = findCode(PNG.sync.read(shown));
    return code !== null && (code.signature === null) === (kind === 'black-and-white');
  });
  const jpeg = await engine.evaluate(async (png: string) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.height;
    canvas.height = image.width;
    const context = canvas.getContext('2d');
    context?.transform(0, -1, 1, 0, 0, image.width);
    context?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/jpeg', 0.9).replace(/^.*,/, '');
  }, shown.toString('base64'));
  // To be turned by a quarter clockwise.
  return withOrientation(Buffer.from(jpeg, 'base64'), 6);
}

/** Puts a film of one picture in the place of the camera's. Runs in the page. */
async function playAsCamera(png: string): Promise<void> {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  const context = canvas.getContext('2d');
  const draw = () => context?.drawImage(image, 0, 0);
  draw();
  // A canvas that nobody paints delivers no pictures.
  setInterval(draw, 100);
  const film = canvas.captureStream();
  navigator.mediaDevices.getUserMedia = () => Promise.resolve(film);
}
