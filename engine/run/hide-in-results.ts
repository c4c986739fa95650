import { findSecrets } from '../../wire/find-secrets.ts'
import { hideInJson } from '../../wire/known-values/hide-in-json.ts'
import type { KnownValues } from '../../wire/known-values/known-values.ts'
import type { ScenarioResult } from './scenario-result.ts'

/**
 * How scenarios ended, without the secrets of any of them: what one scenario sends can be the secret of another, and
 * what a step says was sent or came back can hold one too.
 */
export function hideInResults(
  results: readonly ScenarioResult[],
  secrets: KnownValues,
): readonly ScenarioResult[] {
  const find = findSecrets(secrets)
  return results.map((result) => hideInJson(result, find, '***'))
}
