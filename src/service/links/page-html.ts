import { html } from 'hono/html';
import type { Settings } from '../settings.ts';

/** What the operator gives the page. */
export type PageLook = Pick<Settings, 'pageName' | 'pageLogo' | 'pageAccent'>;

/** What the page may do: the policy that the README publishes, without images of data; nobody may frame it but who is named. */
export function pageContentSecurityPolicy({
  embedOrigins,
}: Pick<Settings, 'embedOrigins'>): string {
  return [...POLICY, `frame-ancestors ${embedOrigins.join(' ') || "'none'"}`].join('; ');
}

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types nodeflux-liveness lit-html',
];

/** The page of a check by link: an empty room, which its script fills in the person's language. */
export async function renderCheckPage({
  embedOrigins,
  pageLogo,
  pageName,
}: PageLook & Pick<Settings, 'embedOrigins'>): Promise<string> {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<meta name="embed-origins" content="${embedOrigins.join(' ')}">
<title>${pageName}</title>
<link rel="icon" href="${pageLogo ? 'logo' : 'files/icon.svg'}">
<link rel="stylesheet" href="files/check-page.css">
<link rel="stylesheet" href="theme.css">
</head>
<body>
<header>${pageLogo ? html`<img src="logo" alt="" height="32">` : ''}<h1>${pageName}</h1></header>
<main aria-busy="true"><noscript>This check needs JavaScript.</noscript></main>
<footer></footer>
<script type="module" src="files/check-page.js"></script>
</body>
</html>
`;
  return (await page).toString();
}

/** The operator's colour, as a style sheet of its own: the policy allows no style in the page. */
export function writeTheme({ pageAccent }: PageLook): string {
  if (!pageAccent) return '';
  return `nodeflux-liveness, .notice { --nodeflux-accent: ${pageAccent}; --nodeflux-on-accent: ${inkOn(pageAccent)}; }\n`;
}

/** Black or white, whichever is read better on the colour (`#rrggbb`), by WCAG's relative luminance. */
function inkOn(color: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // Where the contrast with black equals that with white.
  return luminance > 0.179 ? '#000' : '#fff';
}
