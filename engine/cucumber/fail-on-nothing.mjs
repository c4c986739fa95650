import { parseArgs } from 'node:util'

/**
 * A plug-in of Cucumber. Cucumber is content with a run that selects no scenario, and with a dry run that finds steps
 * undefined; here both fail. Only what a plug-in throws in its clean-up fails a run.
 */
export const type = 'plugin'

export function coordinator({ on }) {
  let selected = 0
  let undefinedSteps = 0
  on('message', ({ testCase }) => {
    if (testCase === undefined) return
    selected += 1
    undefinedSteps += testCase.testSteps.filter(
      ({ stepDefinitionIds }) => stepDefinitionIds?.length === 0,
    ).length
  })
  return async () => {
    if (selected === 0) fail('no scenario was selected', ...(await tagProblems()))
    if (undefinedSteps > 0) fail(`${undefinedSteps} steps are undefined`)
  }
}

/** What is wrong with the tags of the command line: Cucumber does not tell a plug-in its options. */
async function tagProblems() {
  const { values } = parseArgs({
    strict: false,
    options: { tags: { type: 'string', short: 't', multiple: true } },
  })
  // TypeScript, which only what comes before it can load.
  await import('./read-typescript.mjs')
  const { tagProblem } = await import('../run/tag-problem.ts')
  const expressions = (values.tags ?? []).filter((one) => typeof one === 'string')
  const problems = await Promise.all(expressions.map(tagProblem))
  return problems.filter((problem) => problem !== undefined)
}

/** Cucumber prints the error with its stack, in which the message would be hard to find: this error has none. */
function fail(...sentences) {
  Error.stackTraceLimit = 0
  throw new Error(sentences.join(': '))
}
