import {
  After,
  Before,
  type ITestCaseHookParameter,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  setWorldConstructor,
} from '@cucumber/cucumber'
import { isLenient } from './leniency.ts'
import { lenientStep } from './lenient-step.ts'
import { AgentIdWorld } from './world.ts'

type Definition = (this: AgentIdWorld, ...words: unknown[]) => unknown

/** A live tenant may ask to wait, and a client under test may be slow. */
setDefaultTimeout(120_000)
setWorldConstructor(AgentIdWorld)
setDefinitionFunctionWrapper((definition: Definition) => {
  if (definition === beginScenario || definition === endScenario) return definition
  return function step(this: AgentIdWorld, ...words: unknown[]) {
    return lenientStep(this, () => definition.apply(this, words))
  }
})
Before(beginScenario)
After(endScenario)

function beginScenario(this: AgentIdWorld, { pickle }: ITestCaseHookParameter): void {
  this.isLenient = isLenient(pickle, this.target.kind)
}

async function endScenario(this: AgentIdWorld): Promise<void> {
  await this.client.close()
  await this.directory.close()
}
