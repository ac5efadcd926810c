import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { AttributeExample } from '../../demo/site/examples/attribute-examples.ts';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';

const SCRIPTS = 'demo/site/examples/script-examples.ts';

/** The bodies of the examples in script-examples.ts, by name: what is shown is what runs. */
export function scriptBodies(): ReadonlyMap<string, string> {
  const text = readFileSync(join(PROJECT_ROOT, SCRIPTS), 'utf8');
  const source = ts.createSourceFile(SCRIPTS, text, ts.ScriptTarget.ES2022, true);
  const bodies = new Map<string, string>();
  const visit = (node: ts.Node): void => {
    if (ts.isMethodDeclaration(node) && node.body && ts.isPropertyName(node.name)) {
      const name = ts.isStringLiteral(node.name) ? node.name.text : node.name.getText();
      const [first] = node.body.statements;
      const last = node.body.statements.at(-1);
      if (first && last) bodies.set(name, unindented(text.slice(first.getStart(), last.getEnd())));
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  return bodies;
}

function unindented(code: string): string {
  return code.replace(/^ {4}/gm, '').replaceAll(' as typeof NodefluxLiveness', '');
}

/** The element with an attribute, as HTML. */
export function attributeCode(name: string, example: AttributeExample): string {
  const attributes = Object.entries({ [name]: example.value, ...example.with })
    .filter(([other, value]) => !(other.endsWith('-url') && value === ''))
    .map(([other, value]) => (value === '' ? other : `${other}="${shown(value)}"`));
  const slots = Object.entries(example.slots ?? {}).map(
    ([slot, words]) => `  <span slot="${slot}">${words}</span>\n`,
  );
  const inside = slots.length > 0 ? `\n${slots.join('')}` : '';
  return `<nodeflux-liveness${attributes.map((one) => ` ${one}`).join('')}>${inside}</nodeflux-liveness>\n`;
}

function shown(value: string): string {
  return value.replace('{root}', '/').replace('{token}', '…');
}
