import { describe, expect, test } from 'vitest';
import { findQrText } from '@/lib/authenticator-app/find-qr-text';
import { paintPage } from '../../support/paint-page';

const PAYLOAD = '01;01;jane.doe;example.org;Xk29aLm4;Rt7Qp2Zd;0123456789ABCDEF';
const LONGEST = `01;01;${'u'.repeat(255)};${'d'.repeat(215)};Xk29aLm4;Rt7Qp2Zd;0123456789ABCDEF`;
const DESKTOP = { width: 1280, height: 800 };

describe('a screenshot of a whole page is read', () => {
  test.each([3, 4, 5, 7.3, 8, 10])('with modules of %s pixels', (pixelsPerModule) => {
    expect(findQrText(paintPage(PAYLOAD, { ...DESKTOP, left: 90, top: 210, pixelsPerModule }))).toBe(PAYLOAD);
  });

  test.each([
    ['in the upper left corner', 0, 0],
    ['at the right edge', 940, 300],
    ['at the lower edge', 400, 470],
  ])('with the image %s', (_name, left, top) => {
    expect(findQrText(paintPage(PAYLOAD, { ...DESKTOP, left, top, pixelsPerModule: 8 }))).toBe(PAYLOAD);
  });

  test('on a phone', () => {
    expect(findQrText(paintPage(PAYLOAD, { width: 390, height: 844, left: 40, top: 160, pixelsPerModule: 7 }))).toBe(
      PAYLOAD,
    );
  });

  test('on a screen of twice the density', () => {
    expect(
      findQrText(paintPage(PAYLOAD, { width: 2560, height: 1600, left: 200, top: 400, pixelsPerModule: 16 })),
    ).toBe(PAYLOAD);
  });

  test('of a page that is scrolled far down', () => {
    expect(
      findQrText(paintPage(PAYLOAD, { width: 1280, height: 3200, left: 100, top: 2600, pixelsPerModule: 8 })),
    ).toBe(PAYLOAD);
  });

  test('in dark mode, where the image keeps its white ground', () => {
    expect(findQrText(paintPage(PAYLOAD, { ...DESKTOP, left: 90, top: 210, pixelsPerModule: 8, isDark: true }))).toBe(
      PAYLOAD,
    );
  });

  test('with the longest payload', () => {
    expect(new TextEncoder().encode(LONGEST)).toHaveLength(512);
    expect(findQrText(paintPage(LONGEST, { ...DESKTOP, left: 90, top: 40, pixelsPerModule: 4 }))).toBe(LONGEST);
  });
});

test('a page without an image has none', () => {
  expect(findQrText(paintPage(null, { width: 640, height: 480, left: 0, top: 0, pixelsPerModule: 1 }))).toBeNull();
});
