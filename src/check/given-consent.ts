import { sha256Hex } from '../capture/evidence-chain.ts';

/** What the person agreed to before the camera opened. */
export interface GivenConsent {
  readonly text: string;
  /** Of the text in UTF-8, hex: what the evidence is bound to. */
  readonly sha256: string;
}

/** The words with their hash; `undefined` where the page asked for no consent. */
export async function givenConsent(text: string | undefined): Promise<GivenConsent | undefined> {
  return text === undefined ? undefined : { text, sha256: await sha256Hex(text) };
}
