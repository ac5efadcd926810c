import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isInApp } from '../../src/face/in-app-browser.ts';

const ANDROID = 'Mozilla/5.0 (Linux; Android 14; SM-A155F';
const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.7339.51 Mobile Safari/537.36';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

test('a browser that is an app’s own is known by what it calls itself', () => {
  for (const userAgent of [
    `${ANDROID}; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/140.0.0.0 Mobile Safari/537.36`,
    `${ANDROID}) ${CHROME} [FB_IAB/FB4A;FBAV/520.0.0.1.2;]`,
    `${IPHONE} Mobile/22G86 [FBAN/FBIOS;FBAV/520.0.0.1;FBDV/iPhone14,5]`,
    `${IPHONE} Mobile/22G86 Instagram 390.0.0.28.85 (iPhone14,5; iOS 18_6)`,
    `${IPHONE} Safari Line/15.12.1`,
    `${IPHONE} Mobile/15E148 MicroMessenger/8.0.61(0x18003d2f)`,
    `${ANDROID}) ${CHROME} musical_ly_2024 BytedanceWebview/d8a21c6`,
    `${ANDROID}) ${CHROME} Zalo android/24080`,
  ]) {
    assert.equal(isInApp(userAgent), true, userAgent);
  }
});

test('a browser that is a browser is not', () => {
  for (const userAgent of [
    `${ANDROID}) ${CHROME}`,
    `${ANDROID}) ${CHROME} EdgA/140.0.0.0`,
    `${ANDROID}) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    `${IPHONE} Version/18.6 Mobile/15E148 Safari/604.1`,
    `${IPHONE} CriOS/140.0.7339.39 Mobile/15E148 Safari/604.1`,
    'Mozilla/5.0 (Android 14; Mobile; rv:143.0) Gecko/143.0 Firefox/143.0',
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/147.0.0.0 Safari/537.36',
  ]) {
    assert.equal(isInApp(userAgent), false, userAgent);
  }
});
