import { writeFile } from 'node:fs/promises';
import { nameOf, SIZES, VARIANTS } from './picture-plan.ts';

/** File name of one picture. */
export function pictureFile(name: string, size: string, lang: string, scheme: string): string {
  return `${size}/${name}.${lang}.${scheme}.webp`;
}

/** Writes a page with every picture of every state, a row for each size. */
export async function writePage(file: string, names: readonly string[]): Promise<void> {
  const rows = names.map((name) => {
    const sizes = SIZES.map((size) => {
      const pictures = VARIANTS.map(({ lang, scheme }) => {
        const source = pictureFile(name, nameOf(size), lang, scheme);
        return `<figure><a href="${source}"><img src="${source}" loading="lazy" alt=""></a><figcaption>${lang}, ${scheme}</figcaption></figure>`;
      });
      return `<div>${pictures.join('')}</div>`;
    });
    return `<section><h2 id="${name}">${name}</h2>${sizes.join('')}</section>`;
  });
  await writeFile(
    file,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Every state</title><style>
body{margin:1rem;background:#d5dae3;color:#12161c;font-family:sans-serif}
div{display:grid;grid-template-columns:repeat(${VARIANTS.length},minmax(0,1fr));gap:.75rem;margin-block:.75rem}
figure{margin:0}img{inline-size:100%}figcaption{font-size:.75rem}</style>
<h1>Every state</h1>${rows.join('\n')}</html>\n`,
  );
}
