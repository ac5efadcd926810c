import { formatTables, summaryRows } from './format-evaluation.ts';
import { escapeXml, plotClip } from './plot-clip.ts';
import type { EvaluatedClip, GestureSummary } from './summarize.ts';

const STYLE = `
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 1000px; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff }
  table { border-collapse: collapse } th, td { padding: .2rem .7rem; border-bottom: 1px solid #ddd; text-align: right }
  th:first-child, td:first-child { text-align: left } svg { max-width: 100%; height: auto } h2 { margin: 2.5rem 0 .5rem }
  h3 { margin: 2rem 0 .2rem; font-size: 1rem } pre { overflow-x: auto; font-size: 12px } .why { color: #777; font-weight: 400 }`;

/** The report as one file: the pooled table, then the signals of every clip. Nothing is fetched, no picture of a person is in it. */
export function renderReport(
  summary: readonly GestureSummary[],
  clips: readonly EvaluatedClip[],
): string {
  const [head = [], ...rows] = summaryRows(summary);
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeXml(cell)}</${tag}>`).join('')}</tr>`;
  const plots = clips.map(
    (one) =>
      `<h3 id="${escapeXml(one.clip.name)}">${escapeXml(one.clip.name)} <span class="why">${escapeXml([one.clip.kind, one.clip.condition].filter(Boolean).join(', '))}</span></h3>\n${plotClip(one)}`,
  );
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Evaluation on video</title>
<style>${STYLE}</style>
<h1>Evaluation on video</h1>
<table>${row(head, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</table>
<details><summary>Every clip in words</summary><pre>${escapeXml(formatTables(summary, clips))}</pre></details>
<h2>Signals</h2>
<p>Changes from the neutral face; dashed: the threshold that decides. Bars: what was labelled. Dots: seen where it was
labelled; red crosses: seen where it was not. Last row: <span style="color:#999">brought into place</span>,
<span style="color:#b97f00">held still</span>, <span style="color:#009e73">asked</span>. Hover for names.</p>
${plots.join('\n')}
</html>
`;
}
