import { describe, expect, test } from 'vitest';
import { findCode } from '@/lib/phone/scanning/find-code';
import { paintPage } from '../../support/images/paint-page';

const PAYLOAD = '01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd;0123456789ABCDEF';
const LONGEST = `01;01;${'u'.repeat(255)};${'d'.repeat(215)};Xk29aLm4;Rt7Qp2Zd;0123456789ABCDEF`;
const DESKTOP = { width: 1280, height: 800 };

const SIGNATURE = {
  keyId: '0123abcd',
  issuedAt: 1_800_000_000,
  bytes: new Uint8Array(64).map((_, index) => index * 37),
};

describe('a screenshot of a whole page is read', () => {
  test.each([3, 4, 5, 7.3, 8, 10])(
    'a screenshot of a whole page is read with modules of %s pixels',
    (pixelsPerModule) => {
      expect(findCode(paintPage(PAYLOAD, { ...DESKTOP, left: 90, top: 210, pixelsPerModule }))).toEqual({
        text: PAYLOAD,
        signature: null,
      });
    },
  );

  test.each([
    ['in the upper left corner', 0, 0],
    ['at the right edge', 940, 300],
    ['at the lower edge', 400, 470],
  ])('a screenshot of a whole page is read with the image %s', (_name, left, top) => {
    expect(findCode(paintPage(PAYLOAD, { ...DESKTOP, left, top, pixelsPerModule: 8 }))).toEqual({
      text: PAYLOAD,
      signature: null,
    });
  });

  test('a screenshot of a whole page on a phone is read', () => {
    expect(findCode(paintPage(PAYLOAD, { width: 390, height: 844, left: 40, top: 160, pixelsPerModule: 7 }))).toEqual({
      text: PAYLOAD,
      signature: null,
    });
  });

  test('a screenshot of a screen of twice the density is read', () => {
    expect(
      findCode(paintPage(PAYLOAD, { width: 2560, height: 1600, left: 200, top: 400, pixelsPerModule: 16 })),
    ).toEqual({ text: PAYLOAD, signature: null });
  });

  test('a screenshot of a page that is scrolled far down is read', () => {
    expect(
      findCode(paintPage(PAYLOAD, { width: 1280, height: 3200, left: 100, top: 2600, pixelsPerModule: 8 })),
    ).toEqual({ text: PAYLOAD, signature: null });
  });

  test('a screenshot in dark mode is read, where the image keeps its white ground', () => {
    expect(findCode(paintPage(PAYLOAD, { ...DESKTOP, left: 90, top: 210, pixelsPerModule: 8, isDark: true }))).toEqual({
      text: PAYLOAD,
      signature: null,
    });
  });

  test.each([6, 7.3, 8])(
    'a screenshot is read with what its colours say, at modules of %s pixels',
    (pixelsPerModule) => {
      const page = paintPage(PAYLOAD, { ...DESKTOP, left: 90, top: 110, pixelsPerModule, signature: SIGNATURE });
      expect(findCode(page)).toEqual({ text: PAYLOAD, signature: SIGNATURE });
    },
  );

  test('a screenshot with the longest payload is read', () => {
    expect(new TextEncoder().encode(LONGEST)).toHaveLength(512);
    expect(findCode(paintPage(LONGEST, { ...DESKTOP, left: 90, top: 40, pixelsPerModule: 4 }))).toEqual({
      text: LONGEST,
      signature: null,
    });
  });
});

test('a page without an image has none', () => {
  expect(findCode(paintPage(null, { width: 640, height: 480, left: 0, top: 0, pixelsPerModule: 1 }))).toBeNull();
});
