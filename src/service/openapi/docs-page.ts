import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { ApiDocument, Json } from './describe-api.ts';

type Html = ReturnType<typeof html>;

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2 { line-height: 1.2; }
h2 { margin-top: 2.5rem; }
article { margin: 1.5rem 0; padding: 1rem; border: 1px solid #8886; border-radius: .5rem; }
h3 { margin: 0; font: 600 1rem ui-monospace, monospace; overflow-wrap: anywhere; }
code, pre { font: .875rem ui-monospace, monospace; }
pre { overflow-x: auto; padding: .75rem; background: #8882; border-radius: .25rem; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
summary { cursor: pointer; }
`;

/** What the page may load: its own style, and nothing else from anywhere. */
export const DOCS_CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The document as one page, without script, image or request. */
export async function renderDocs(document: ApiDocument): Promise<string> {
  const { info, tags } = document;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<h1>${info.title} <small>${info.version}</small></h1>
<p>${withCode(info.description)} The same for machines: <a href="openapi.json">openapi.json</a>.</p>
${tags.map(({ name }) => html`<h2>${name}</h2>${operationsOf(document, name)}`)}
<h2>Shapes</h2>
${Object.entries(document.components.schemas).map(
  ([name, schema]) => html`<article id="${name}"><h3>${name}</h3>
<pre tabindex="0">${JSON.stringify(schema, undefined, 2)}</pre></article>`,
)}
</body>
</html>
`;
  return (await page).toString();
}

interface DescribedOperation {
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly security?: readonly Json[];
  readonly requestBody?: { readonly content: Json };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content: Json }>
  >;
}

function operationsOf({ paths }: ApiDocument, tag: string): Html[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .map(([method, operation]) => [method, operation as unknown as DescribedOperation] as const)
      .filter(([, operation]) => operation.tags.includes(tag))
      .map(([method, operation]) => renderOperation(method, path, operation)),
  );
}

function renderOperation(method: string, path: string, operation: DescribedOperation): Html {
  const { description, requestBody, responses, security, summary } = operation;
  const credentials = security?.map((names) => Object.keys(names).join(' and ')).join(', or ');
  return html`<article>
<h3>${method.toUpperCase()} ${path}</h3>
<p>${summary}.${description ? html` ${withCode(description)}` : ''}</p>
<table>
${credentials ? html`<tr><th scope="row">Carries</th><td>${credentials}</td></tr>` : ''}
${requestBody ? html`<tr><th scope="row">Body</th><td>${contentLink(requestBody.content)}</td></tr>` : ''}
${Object.entries(responses).map(
  ([status, answer]) =>
    html`<tr><th scope="row">${status}</th><td>${withCode(answer.description)} ${contentLink(answer.content)}</td></tr>`,
)}
</table>
</article>`;
}

function contentLink(content: Json): Html[] {
  return Object.entries(content).map(([mediaType, media]) => {
    const reference = (media as { schema?: { $ref: string } }).schema?.$ref.split('/').at(-1);
    return reference ? html`<a href="#${reference}">${reference}</a>` : html`${mediaType}`;
  });
}

/** Text with what stands between backquotes as code. */
function withCode(text: string): Html[] {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));
}
