/**
 * The page of a check by link, which the service serves from its own origin. The link's secret is in the fragment; it is
 * exchanged once, when the person presses Start, and taken out of the address then.
 */
import '../index.ts';
import { frameCheck, framePeerOf } from './framed-check.ts';
import { type CheckLook, createLinkClient, type LinkFault } from './link-client.ts';
import { type PageWords, wordsFor } from './page-words.ts';

const main = document.querySelector('main') as HTMLElement;
const footer = document.querySelector('footer') as HTMLElement;

const peer = framePeerOf(window, () => main.querySelector('nodeflux-liveness')?.cancel());
const secret = location.hash.slice(1);
const client = createLinkClient(secret, new URL('..', document.baseURI).href, (fault) => {
  footer.replaceChildren();
  showFault(fault, wordsFor([document.documentElement.lang]));
});

void open();

async function open(): Promise<void> {
  const look = secret ? await client.look() : 'link-unknown';
  main.removeAttribute('aria-busy');
  if (typeof look === 'string') showFault(look, wordsFor(navigator.languages));
  else showCheck(look);
}

function showFault(fault: LinkFault, words: PageWords): void {
  speak(words);
  const notice = document.createElement('section');
  notice.className = 'notice';
  const title = document.createElement('h2');
  title.tabIndex = -1;
  title.textContent = words[fault];
  const text = document.createElement('p');
  text.textContent = fault === 'offline' ? words.reload : words.ask;
  notice.append(title, text);
  main.replaceChildren(notice);
  document.title = `${words[fault]} – ${document.title}`;
  title.focus();
  const isOffline = fault === 'offline';
  peer?.tell({ type: 'error', code: isOffline ? 'network' : fault, retryable: isOffline });
}

function showCheck(look: CheckLook): void {
  const words = wordsFor(look.language ? [look.language] : navigator.languages);
  speak(words);
  const element = document.createElement('nodeflux-liveness');
  element.apiUrl = client.apiUrl;
  element.lang = words.$code;
  element.pacing = 'required';
  element.gestureCount = look.gesture_count;
  element.recipient = look.recipient;
  element.retentionDays = look.retention_days;
  if (look.privacy) {
    const privacy = document.createElement('span');
    privacy.slot = 'privacy';
    privacy.textContent = look.privacy;
    element.append(privacy);
  }
  element.tokenProvider = async (signal) => {
    const token = await client.token(signal);
    // Nothing of the link is left in the address bar, the history or a screenshot.
    history.replaceState(null, '', location.pathname);
    return token;
  };
  element.resultProvider = client.verdict;
  element.addEventListener('liveness-success', ({ detail }) => {
    if (look.return_url) goOn(addressOf(look.return_url, detail.jobId), words.continue, true);
  });
  element.addEventListener('liveness-error', ({ detail }) => {
    if (!look.return_url) return;
    goOn(addressOf(look.return_url, detail.jobId), words.back, false);
  });
  // The network may be gone: then the link ends by itself.
  element.addEventListener('liveness-cancel', () => void client.end().catch(() => undefined));
  if (peer) frameCheck(element, peer);
  main.replaceChildren(element);
  if (look.return_url) goOn(look.return_url, words.back, false);
}

/** The one link in the foot: back without a check, or on with its job. */
function goOn(address: string, label: string, isDone: boolean): void {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = label;
  link.className = isDone ? 'on' : 'back';
  // Not into the frame that this page may be in.
  link.target = '_top';
  footer.replaceChildren(link);
}

function addressOf(returnUrl: string, jobId: string | undefined): string {
  const url = new URL(returnUrl);
  if (jobId !== undefined) url.searchParams.set('job_id', jobId);
  return url.href;
}

function speak(words: PageWords): void {
  document.documentElement.lang = words.$code;
  document.documentElement.dir = words.$code === 'ar' ? 'rtl' : 'ltr';
}
