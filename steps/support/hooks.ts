import {
  After,
  Before,
  type ITestCaseHookParameter,
  type IWorldOptions,
  Status,
  setDefaultTimeout,
  setDefinitionFunctionWrapper,
  setWorldConstructor,
  World,
} from '@cucumber/cucumber'
import { clientTrail, namesOf } from '../../engine/scenario/client-trail.ts'
import { hasRun } from '../../engine/scenario/current-run.ts'
import { lenientStep, notTestableType } from '../../engine/scenario/lenient-step.ts'
import { placeOf } from '../../engine/scenario/recorded-target.ts'
import { type ScenarioTrail, scenarioTrailType } from '../../engine/scenario/scenario-trail.ts'
import { judge } from '../../judge/index.ts'
import { hideInError } from './hide-from-cucumber.ts'
import { isLenient } from './leniency.ts'
import { AgentIdWorld } from './world.ts'

type Definition = (this: AgentIdWorld, ...words: unknown[]) => unknown

/** A live tenant may ask to wait, and a client under test may be slow. */
setDefaultTimeout(120_000)
setWorldConstructor(makeWorld)
setDefinitionFunctionWrapper((definition: Definition) => {
  if (definition === beginScenario || definition === endScenario) return definition
  return function step(this: AgentIdWorld, ...words: unknown[]) {
    this.recording?.enterStep()
    return hiding(this, () => lenientStep(this, () => definition.apply(this, words)))
  }
})
Before(beginScenario)
After(endScenario)

/** What a step is about is secret as soon as it ends, because another scenario may tell it. */
async function hiding<Result>(world: AgentIdWorld, act: () => Promise<Result>): Promise<Result> {
  // A hook before all scenarios has no world yet.
  if (!(world instanceof AgentIdWorld)) return act()
  try {
    return await act()
  } catch (error) {
    throw hideInError(error, (value) => world.hide(value))
  } finally {
    world.rememberSecrets()
  }
}

/** A dry run makes worlds too, though no hook has begun a run. Called with `new`. */
function makeWorld(options: IWorldOptions): World {
  return hasRun() ? new AgentIdWorld(options) : new World(options)
}

/** A rule that is not judged is skipped with the reason that is given for it. */
async function beginScenario(this: AgentIdWorld, { pickle }: ITestCaseHookParameter) {
  const { name, tags } = pickle
  this.isLenient = isLenient(pickle, this.target.kind)
  this.isAboutClient = tags.some((tag) => tag.name === '@client')
  this.about = { name, rules: tags.flatMap((tag) => /^@rule:(.+)$/.exec(tag.name)?.[1] ?? []) }
  const { outcome, reason = '' } = this.judge({}) ?? {}
  if (outcome !== 'skipped') return undefined
  await this.note(reason, notTestableType)
  return 'skipped'
}

function endScenario(this: AgentIdWorld, hook: ITestCaseHookParameter) {
  return hiding(this, () => judgeAndClose(this, hook))
}

async function judgeAndClose(world: AgentIdWorld, { pickle, result }: ITestCaseHookParameter) {
  world.recording?.end(placeOf(pickle.uri, pickle.location?.line))
  try {
    const trail = await trailOf(world)
    if (trail) await world.attach(JSON.stringify(trail), scenarioTrailType)
    const { outcome, reason = '' } = world.judge({ findings: trail?.findings }) ?? {}
    if (outcome === 'failed' && result?.status !== Status.FAILED) throw new Error(reason)
    if (outcome === 'passed' && reason !== '') await world.log(reason)
    return world.isObserved && result?.status === Status.PASSED ? 'skipped' : undefined
  } finally {
    await world.client.close()
    await world.directory.close()
  }
}

/** A client is judged by all of its requests, whatever the scenario is about. */
async function trailOf(world: AgentIdWorld): Promise<ScenarioTrail | undefined> {
  const { isAboutClient, client, keepsRequests, control, directory, withoutToken } = world
  if (withoutToken) return withoutToken
  if (isAboutClient && client.hasActed()) {
    const trail = await clientTrail(world)
    return { findings: judge(trail), requests: trail.requests, names: namesOf(world) }
  }
  if (!keepsRequests || directory.madeTenants().length === 0) return undefined
  return { findings: [], requests: await control.allRequests(), names: namesOf(world) }
}
