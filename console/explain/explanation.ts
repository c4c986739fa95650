import { html } from 'hono/html'
import { sourceLink } from '../../reports/source-link.ts'
import type { Html } from '../page/html.ts'
import type { ExplainedRule, ExplainedToken, Explanation, Fact } from './explainer.ts'

/** What is known of a text that somebody pasted, below a title of its own for screen readers. */
export function explanationPart(known: Explanation): Html {
  return html`<h2 class="hear">What it means</h2>${explanation(known)}`
}

function explanation(known: Explanation): Html {
  if (known.kind === 'token') return explainedToken(known.token)
  if (known.kind === 'rule') return explainedRule(known.rule)
  if (known.kind === 'numbers') {
    return html`${known.numbers.map(
      ({ number, page, rules }) =>
        html`<section class="number"><h3 tabindex="-1" data-focus>AADSTS${number}</h3>
<p class="lead">${rules.length === 1 ? 'One rule refuses' : `${rules.length} rules refuse`} with this number. <a href="${page}" rel="noreferrer">What Microsoft says</a></p>
${rules.map(explainedRule)}</section>`,
    )}`
  }
  const [title = '', ...lines] = known.lines
  return html`<h3 tabindex="-1" data-focus>${title}</h3>${lines.map((line) => html`<p class="line">${line}</p>`)}`
}

/** A rule with its evidence, its usual cause and what to do. */
export function explainedRule({ id, title, facts }: ExplainedRule): Html {
  return html`<article class="rule"><p class="id">${id}</p><h3 tabindex="-1" data-focus>${title}</h3>
<dl class="facts">${facts.map(
    ({ name, text, aside }) =>
      html`<div class="fact is-${name}"><dt>${factNames[name] ?? name}</dt><dd>${withSource(text)}${aside ? html`<p class="aside">${aside}</p>` : ''}</dd></div>`,
  )}</dl></article>`
}

const factNames: Readonly<Record<string, string>> = { do: 'what to do', usually: 'usual cause' }

/** Of `documented: https://…` the source is a link, if it names one. */
function withSource(text: string): Html {
  const at = text.lastIndexOf(': ')
  const source = text.slice(at + 2)
  const link = at === -1 ? undefined : sourceLink(source)
  if (link === undefined) return html`${text}`
  return html`${text.slice(0, at)}: <a href="${link}" rel="noreferrer">${source}</a>`
}

/** A token with every member explained. */
export function explainedToken({ description, header, claims, oddities }: ExplainedToken): Html {
  return html`<article class="token"><h3 tabindex="-1" data-focus>${description}</h3>
${oddities.length === 0 ? '' : html`<ul class="oddities">${oddities.map(({ what, todo }) => html`<li><b>${what}</b> ${todo}</li>`)}</ul>`}
${header.length === 0 ? '' : html`<h4>Header</h4>${members(header)}`}
<h4>Claims</h4>${members(claims)}</article>`
}

function members(all: readonly Fact[]): Html {
  return html`<dl class="members">${all.map(
    ({ name, text, aside }) =>
      html`<div><dt>${name}</dt><dd><code>${text}</code><p class="aside">${aside}</p></dd></div>`,
  )}</dl>`
}
