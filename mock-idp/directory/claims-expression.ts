/**
 * The language of flexible federated identity credentials, version 1: conditions on claims, joined by `and`
 * (MicrosoftDocs/entra-docs docs/workload-id/workload-identities-flexible-federated-identity-credentials.md).
 */
export type ClaimCondition = {
  readonly claim: string
  /** `matches` reads `*` as any characters and `?` as one; `eq` compares as it stands. */
  readonly operator: 'eq' | 'matches'
  readonly value: string
}

const condition = /claims\['([^']+)'\] (eq|matches) '((?:[^']|'')*)'/y
const conjunction = ' and '

/** Reads an expression such as `claims['sub'] matches 'repo:contoso/*'`; undefined where it is none. */
export function parseClaimsExpression(text: string): readonly ClaimCondition[] | undefined {
  const conditions: ClaimCondition[] = []
  for (let at = 0; ; at += conjunction.length) {
    condition.lastIndex = at
    const [, claim = '', operator, value = ''] = condition.exec(text) ?? []
    if (operator !== 'eq' && operator !== 'matches') return undefined
    conditions.push({ claim, operator, value: value.replaceAll("''", "'") })
    at = condition.lastIndex
    if (at === text.length) return conditions
    if (!text.startsWith(conjunction, at)) return undefined
  }
}

/** Whether the claims of a token are as every condition says. Letter case counts. */
export function claimsSatisfy(
  claims: Readonly<Record<string, unknown>>,
  conditions: readonly ClaimCondition[],
): boolean {
  return conditions.every(({ claim, operator, value }) => {
    const actual = claims[claim]
    if (typeof actual !== 'string') return false
    return operator === 'eq' ? actual === value : matchesPattern(actual, value)
  })
}

/** Remembers the last `*` only, so that no pattern takes more than the product of both lengths. */
function matchesPattern(text: string, pattern: string): boolean {
  let [at, inPattern] = [0, 0]
  let [afterStar, resumeAt] = [-1, 0]
  while (at < text.length) {
    const wanted = pattern[inPattern]
    if (wanted === '*') {
      inPattern += 1
      afterStar = inPattern
      resumeAt = at
    } else if (wanted === '?' || wanted === text[at]) {
      at += 1
      inPattern += 1
    } else if (afterStar >= 0) {
      resumeAt += 1
      at = resumeAt
      inPattern = afterStar
    } else {
      return false
    }
  }
  return /^\**$/.test(pattern.slice(inPattern))
}
