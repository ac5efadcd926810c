/** What only the owner of the package knows, in package.json. */
const FIELDS = ['author', 'bugs', 'homepage', 'repository'] as const;

/**
 * What the owner has not filled in yet, of what docs/release.md lists.
 *
 * @param security The text of SECURITY.md, in which words in capitals stand for what is missing.
 */
export function missingOwnerFields(
  manifest: Readonly<Record<string, unknown>>,
  security: string,
): string[] {
  const fields = FIELDS.filter((name) => !manifest[name]).map((name) => `package.json: ${name}`);
  const words = [...new Set(security.match(/\bSECURITY-[A-Z-]+\b/g))];
  return [...fields, ...words.map((word) => `SECURITY.md: ${word}`)];
}
