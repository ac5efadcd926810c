/**
 * Messengers and social networks whose built-in browser gives pages no camera, or asks for it at random, and Android's web
 * view, which gives one only where its app sees to it. What they call themselves, for want of anything better.
 */
const IN_APP =
  /\b(FBAN|FBAV|FB_IAB|Instagram|Line|MicroMessenger|musical_ly|BytedanceWebview|TikTok|Twitter|Snapchat|Pinterest|LinkedInApp|Zalo)\b|; wv\)/;

/** Whether the page is shown inside an app, as far as the user agent tells: good for a word of advice, and for nothing else. */
export function isInApp(userAgent: string): boolean {
  return IN_APP.test(userAgent);
}
