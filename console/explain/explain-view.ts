import { html } from 'hono/html'
import type { Html } from '../page/html.ts'

/** Paste something, and read what it means. It is sent to this mock alone, and kept nowhere. */
export function explainView(): Html {
  return html`<section class="view explain" aria-labelledby="view-title"><h1 id="view-title" tabindex="-1">Explain</h1>
<form class="ask" data-send="/_mock/console/explain" data-into="explanation">
<label for="text">A token, an error message, an AADSTS number or the id of a rule</label>
<textarea id="text" name="text" rows="6" required spellcheck="false" autocomplete="off" placeholder="AADSTS7000215"></textarea>
<div class="bar"><button type="submit" class="main">Explain</button><p class="hint">Nothing leaves this machine. The text is not kept.</p></div>
</form>
<div class="examples" aria-label="Examples"><span>For example</span> ${examples.map((text) => html`<button type="button" class="chip" data-fill="${text}">${text}</button>`)}</div>
<div id="explanation" class="answer" aria-live="polite"></div></section>`
}

const examples = ['AADSTS7000215', 'AADSTS700213', 'T1-AGENT', 'AADSTS65001']
