/** A piece of a secret as long as this counts as the secret: answers cut what they quote. */
const TELLING_LENGTH = 8;
/** More than this is no explanation, and is not looked at. */
const MAX_TEXT_LENGTH = 2000;

/**
 * Whether what an API says of a refusal must not be told on: it quotes a piece of a secret, plain or as URLs, JSON and
 * base64 write it (proxies and debugging servers echo requests), or is too long to be looked at.
 */
export function mustBeWithheld(told: unknown, secrets: readonly string[]): boolean {
  const text = typeof told === 'string' ? told : JSON.stringify(told);
  if (text.length > MAX_TEXT_LENGTH) return true;
  const pieces = new Set(secrets.flatMap(formsOf).flatMap(piecesOf));
  return piecesOf(text).some((piece) => pieces.has(piece));
}

/** What of a request is secret: the secret key of a signature’s body, and what stands in `authorization`. */
export function secretsOf(request: {
  readonly json?: unknown;
  readonly headers?: unknown;
}): readonly string[] {
  const body = request.json as { secret_key?: unknown } | null | undefined;
  const headers = request.headers as { authorization?: unknown } | undefined;
  const authorization = headers?.authorization;
  // The rest of an authorization key is public, and words of it stand in honest messages.
  const credential =
    typeof authorization === 'string' ? authorization.split('Signature=').at(-1) : undefined;
  return [body?.secret_key, credential].filter((secret) => typeof secret === 'string');
}

function formsOf(secret: string): string[] {
  const base64 = [0, 1, 2].map((shift) =>
    // Base64 encodes three bytes at a time, so a secret looks different at each of three offsets; characters at its ends also
    // hold bits of its neighbours and are left out.
    btoa(String.fromCharCode(...new TextEncoder().encode(' '.repeat(shift) + secret))).slice(
      shift === 0 ? 0 : 4,
      -4,
    ),
  );
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), ...base64];
}

function piecesOf(text: string): string[] {
  if (text.length < TELLING_LENGTH) return [];
  return Array.from({ length: text.length - TELLING_LENGTH + 1 }, (_, start) =>
    text.slice(start, start + TELLING_LENGTH),
  );
}
