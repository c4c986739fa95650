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
  return () => {
    if (selected === 0) throw new Error('no scenario was selected')
    if (undefinedSteps > 0) throw new Error(`${undefinedSteps} steps are undefined`)
  }
}
