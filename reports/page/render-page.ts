import { html, raw } from 'hono/html'
import { printableData } from '../../wire/printable.ts'
import type { ConformanceReport } from '../report.ts'
import { contentPolicy } from './content-policy.ts'
import { filters } from './filters.ts'
import { header, verdicts } from './header.ts'
import { matrix } from './matrix.ts'
import { pageScript } from './page-script.ts'
import { ruleArticle } from './rule-article.ts'
import { ruleAreas } from './rule-rows.ts'
import { pageStyle } from './style/index.ts'
import { subjectName } from './subject-name.ts'

/** Renders the report as one self-contained page, readable from disk and without scripts. */
export function renderPage(given: ConformanceReport): string {
  const report = printableData(given)
  const { subjects, tool } = report
  const areas = ruleAreas(report)
  const rows = areas.flatMap(({ rows: of }) => of)
  const [only] = subjects
  const title = subjects.length === 1 && only ? subjectName(only) : `${subjects.length} subjects`
  return String(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(pageStyle, pageScript)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Agent ID conformance: ${title}</title>
<link rel="icon" href="data:,">
<style>${raw(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#rules">Skip to the rules</a>
${header(report)}
<main>
${verdicts(subjects, areas)}
<section class="rules" id="rules" aria-labelledby="rules-title">
<h2 id="rules-title">Rules</h2>
${filters(areas)}
${matrix(areas, subjects)}
</section>
<section class="stories" aria-labelledby="stories-title">
<h2 id="stories-title">Stories</h2>
${rows.map((row) => ruleArticle(row, subjects))}
</section>
</main>
<footer><p>${tool.name} ${tool.version}. Secrets, assertions and signatures are masked. The same facts as data: checks.json.</p></footer>
<dialog><div class="drawer-bar"><button type="button" class="previous">↑ <span>Previous rule</span></button><button type="button" class="next">↓ <span>Next rule</span></button><button type="button" class="close">Close <kbd aria-hidden="true">Esc</kbd></button></div><div class="drawer-body"></div></dialog>
<script>${raw(pageScript)}</script>
</body>
</html>
`)
}
