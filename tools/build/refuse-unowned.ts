/** `prepublishOnly`: nothing goes out while a field of its owner is empty. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { missingOwnerFields } from './owner-fields.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const missing = missingOwnerFields(
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')),
  readFileSync(join(ROOT, 'SECURITY.md'), 'utf8'),
);
if (missing.length > 0) {
  console.error(
    `Not published. The owner fills in (docs/release.md):\n${missing.map((one) => `  ${one}\n`).join('')}`,
  );
  process.exit(1);
}
