import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';

/** What the manifest says of one thing of the element. */
export interface ManifestEntry {
  readonly name: string;
  readonly description?: string;
  readonly type?: { readonly text: string };
  readonly default?: string;
  readonly attribute?: string;
  readonly fieldName?: string;
  readonly kind?: string;
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly return?: { readonly type?: { readonly text: string } };
  readonly parameters?: readonly { readonly name: string }[];
}

/** Everything that the element offers, as custom-elements.json lists it. */
export interface ElementManifest {
  readonly attributes: readonly ManifestEntry[];
  readonly members: readonly ManifestEntry[];
  readonly events: readonly ManifestEntry[];
  readonly slots: readonly ManifestEntry[];
  readonly cssParts: readonly ManifestEntry[];
  readonly cssProperties: readonly ManifestEntry[];
  readonly cssStates: readonly ManifestEntry[];
}

/** Reads `<nodeflux-liveness>` out of custom-elements.json. */
export function readManifest(): ElementManifest {
  const { modules } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'custom-elements.json'), 'utf8'));
  for (const { declarations } of modules) {
    for (const declaration of declarations) {
      if (declaration.tagName === 'nodeflux-liveness') return declaration;
    }
  }
  throw new Error('custom-elements.json does not describe <nodeflux-liveness>.');
}

/** What has no attribute: properties and methods. */
export function ownMembers({ members }: ElementManifest): readonly ManifestEntry[] {
  return members.filter(({ attribute }) => attribute === undefined);
}
