/**
 * Asks processes for their health again and again, until its standard input ends; then it prints the longest time without an
 * answer in ms. In a process of its own: the work of the clients must not be taken for that of the service.
 */
import process from 'node:process';

const ASK_EVERY_MS = 10;
const urls = process.argv.slice(2);
let stopped = false;
let longestMs = 0;

async function ask(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`)
    .then((answer) => answer.arrayBuffer())
    .then(
      () => true,
      () => false,
    );
}

async function watch(url: string): Promise<void> {
  // The first question pays for the connection.
  await ask(url);
  while (!stopped) {
    const askedAtMs = performance.now();
    // What a process that is gone does not answer is not counted.
    if (await ask(url)) longestMs = Math.max(longestMs, performance.now() - askedAtMs);
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

process.stdin.on('end', () => {
  stopped = true;
});
process.stdin.resume();
await Promise.all(urls.map(watch));
console.log(longestMs);
