/** Asks the demo's own backend for a submission token; the keys never leave it. */
export async function fetchToken(): Promise<string> {
  const answer = await fetch('/liveness/token', { method: 'POST' });
  if (!answer.ok) throw new Error(`The backend answered ${answer.status}`);
  const { submissionToken } = (await answer.json()) as { submissionToken: string };
  return submissionToken;
}
