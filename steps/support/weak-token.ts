import type { Directory } from '../../engine/cast/directory.ts'
import { NotTestable } from '../../engine/outcomes/not-testable.ts'
import { type Answer, describeAnswer } from '../../engine/requests/answer.ts'
import type { WireRequest } from '../../engine/requests/wire-request.ts'
import type { TargetKind } from '../../engine/targets/index.ts'

/**
 * What the administrator of a live tenant may not do says nothing of the tenant, alone or in a batch.
 * @throws {NotTestable} where the tenant denies something to the token that the variables name
 */
export function refuseWeakToken(
  kind: TargetKind,
  directory: Directory,
  { headers }: WireRequest,
  answer: Answer,
): void {
  if (kind !== 'live' || headers.authorization === undefined) return
  const denied = isDenied(answer.status) ? describeAnswer(answer) : deniedPart(answer)
  if (denied === undefined || headers.authorization !== bearerOf(directory)) return
  throw new NotTestable(`AGENTID_GRAPH_TOKEN may not do this: ${denied}`)
}

function deniedPart({ body }: Answer): string | undefined {
  const parts: unknown = body?.responses
  const denied = Array.isArray(parts) ? parts.find((part) => isDenied(part?.status)) : undefined
  return denied && `${denied.status} in a batch`
}

const isDenied = (status: unknown) => status === 401 || status === 403

function bearerOf(directory: Directory): string | undefined {
  try {
    return `Bearer ${directory.graphToken()}`
  } catch (error) {
    if (error instanceof NotTestable) return undefined
    throw error
  }
}
