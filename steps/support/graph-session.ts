import { Difference } from '../../engine/outcomes/difference.ts'
import { type Answer, describeAnswer } from '../../engine/requests/answer.ts'
import { type GraphCall, graphRequest } from '../../engine/requests/graph-requests.ts'
import { type Caller, graphTokenOf } from './graph-callers.ts'
import type { AgentIdWorld } from './world.ts'

/** Asks the directory in the name of somebody. */
export async function askGraph(
  world: AgentIdWorld,
  caller: Caller,
  call: GraphCall,
): Promise<Answer> {
  const token = await graphTokenOf(world, caller)
  return world.send(graphRequest(world.directory, call, token))
}

/** @throws {Difference} where the directory refused */
export function accepted(answer: Answer, what: string): Answer {
  if (answer.status < 400) return answer
  throw new Difference(what, 'done', describeAnswer(answer))
}

/** An act done several times. The last answer is the act's; every earlier one has to succeed. */
export async function repeatedly(
  count: number,
  ask: (at: number) => Promise<Answer>,
): Promise<Answer> {
  for (let at = 1; at < count; at += 1) accepted(await ask(at), `${at} of ${count} is done`)
  return ask(count)
}

type Ask<Words extends readonly unknown[]> = (
  world: AgentIdWorld,
  caller: Caller,
  ...words: Words
) => Promise<Answer>

/** The definition of an act at the directory: `When the administrator creates …`. What follows judges the answer. */
export function act<Words extends readonly unknown[]>(ask: Ask<Words>) {
  return ofLength(ask, async function (this: AgentIdWorld, caller: Caller, ...words: Words) {
    await ask(this, caller, ...words)
  })
}

/** The definition of an act that has to succeed: `Given the administrator has created …`. */
export function done<Words extends readonly unknown[]>(ask: Ask<Words>) {
  return ofLength(ask, async function (this: AgentIdWorld, caller: Caller, ...words: Words) {
    accepted(await ask(this, caller, ...words), `the act of ${caller.who}`)
  })
}

/** Cucumber counts the parameters of a definition. `this` takes the place of the world. */
function ofLength<Definition>(ask: Ask<never>, definition: Definition): Definition {
  return Object.defineProperty(definition, 'length', { value: ask.length - 1 })
}
