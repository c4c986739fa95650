import { isCertificateProblem } from '../../wire/certificate-problem.ts'
import { networkCodeOf } from '../../wire/network-code.ts'
import type { Directory } from '../cast/directory.ts'
import { Difference } from '../outcomes/difference.ts'
import { NotTestable } from '../outcomes/not-testable.ts'
import { type Answer, describeAnswer } from '../requests/answer.ts'
import type { Send } from '../requests/wire-request.ts'
import { askGraph, legsOf } from './base-flow.ts'
import { adviceByNumber } from './base-flow-advice.ts'
import type { Leg } from './leg.ts'
import { untilPropagated, type Waiting } from './propagation.ts'
import { TargetUnreachable } from './target.ts'
import type { Variables } from './variables.ts'
import { wrongGraphToken, wrongVariable } from './wrong-variables.ts'

export type SetUp = {
  readonly request: Send
  readonly directory: Directory
  readonly variables: Variables
} & Waiting

/**
 * Runs the base flow with every credential and agent identity that the variables name, and looks for Microsoft Graph,
 * so that a wrong variable is one message instead of a failure of many rules.
 * @throws {TargetUnreachable} that names the variable and what came back
 */
export async function checkSetUp(setUp: SetUp): Promise<void> {
  const wrong = wrongVariable(setUp.variables)
  if (wrong) throw new TargetUnreachable(wrong)
  for (const leg of legsOf(setUp)) await checkLeg(leg, setUp)
  await checkGraph(setUp)
}

async function checkLeg(leg: Leg, setUp: SetUp): Promise<void> {
  const answer = await answerOf(leg.ask, 'AGENTID_AUTHORITY_HOST', setUp)
  const settled = answer && (await untilPropagated(answer, leg.ask, setUp))
  if (settled === undefined || settled.token !== undefined) return
  const advice = adviceOf(leg, settled)
  if (!leg.isBase && advice === undefined) return
  throw new TargetUnreachable(
    `the base flow fails, so no rule was judged: ${leg.name}: ${describeAnswer(settled)}; check ${advice ?? leg.variables.join(', ')}`,
  )
}

function adviceOf({ variables }: Leg, { body }: Answer): string | undefined {
  for (const { variable, what } of adviceByNumber[body?.error_codes?.[0] ?? 0] ?? []) {
    const named = variables.filter((name) => variable.test(name))
    if (named.length > 0) return `${named.join(' or ')}: ${what}`
  }
  return undefined
}

async function checkGraph(setUp: SetUp): Promise<void> {
  const wrong = wrongGraphToken(setUp.variables)
  if (wrong) throw new TargetUnreachable(wrong)
  const { AGENTID_GRAPH_TOKEN: token } = setUp.variables
  const ask = () => askGraph(setUp.request, setUp.directory, token || undefined)
  const answer = await answerOf(ask, 'AGENTID_GRAPH_URL', setUp)
  if (answer?.status !== 401 || !token) return
  throw new TargetUnreachable(
    `Microsoft Graph refuses AGENTID_GRAPH_TOKEN: ${describeAnswer(answer)}; get a new token, or unset the variable`,
  )
}

/** Undefined where the variables do not suffice: the scenarios say which one is missing. */
async function answerOf(
  ask: () => Promise<Answer>,
  hostVariable: string,
  { directory }: SetUp,
): Promise<Answer | undefined> {
  try {
    return await ask()
  } catch (error) {
    if (error instanceof NotTestable) return undefined
    if (error instanceof TargetUnreachable || error instanceof Difference) throw error
    throw new TargetUnreachable(silence(error, hostVariable, hostOf(directory, hostVariable)))
  }
}

function hostOf(directory: Directory, variable: string): string {
  if (variable !== 'AGENTID_GRAPH_URL') return directory.authorityHost
  return directory.graphOrigin || directory.authorityHost
}

function silence(error: unknown, hostVariable: string, host: string): string {
  const code = networkCodeOf(error)
  if (isCertificateProblem(code)) {
    return `the certificate of ${host} is not trusted (${code}); set AGENTID_CA_FILE to a PEM file of the authority that issued it`
  }
  const reason = code ?? reasonOf(error)
  return `no answer from ${host} (${reason}); check ${hostVariable} and the network`
}

/** `fetch` says why in the cause. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
