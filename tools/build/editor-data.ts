import { readFileSync } from 'node:fs';
import { generateJetBrainsWebTypes } from 'custom-element-jet-brains-integration';
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';

/** Writes what editors complete and explain the element's HTML and CSS with: web-types, and VS Code's custom data. */
export function writeEditorData(manifestPath: string, outdir: string): void {
  const manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  generateVsCodeCustomElementData(manifest, { outdir, hideLogs: true });
  // The field in package.json is written there by hand.
  generateJetBrainsWebTypes(manifest, { outdir, packageJson: false, hideLogs: true });
}
