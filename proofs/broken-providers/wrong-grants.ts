import type { InProcessOptions } from '../../engine/targets/in-process.ts'
import type { Claims } from '../token-kinds.ts'
import {
  assertionClaims,
  atTokenEndpoint,
  type Pass,
  type TokenRequest,
  withValues,
} from '../token-requests.ts'

/** Requests of step 2 that are granted although they must be refused: with a T1 that the provider asks for itself. */
export function taking(
  about: (asked: TokenRequest, claims: Claims, isGenuine: boolean) => boolean,
): InProcessOptions {
  let stepOne: URLSearchParams | undefined
  const issued = new Set<string>()
  return atTokenEndpoint(async (asked, pass) => {
    const answer = await pass()
    if (answer.ok && asked.form.has('fmi_path')) {
      stepOne = asked.form
      issued.add(String(((await answer.clone().json()) as Claims).access_token))
    }
    const assertion = asked.form.get('client_assertion') ?? ''
    const claims = assertionClaims(assertion)
    if (answer.ok || !stepOne || !about(asked, claims, issued.has(assertion))) return answer
    return (await grantWith(stepOne, asked, pass)) ?? answer
  })
}

/** Undefined where also the provider itself gets no T1. */
async function grantWith(stepOne: URLSearchParams, { form }: TokenRequest, pass: Pass) {
  const agent = form.get('client_id') ?? undefined
  const step = await pass(withValues(stepOne, { fmi_path: agent }))
  if (!step.ok) return undefined
  const { access_token: t1 } = (await step.json()) as { readonly access_token: string }
  const granted = await pass(
    withValues(form, { client_assertion: t1, fmi_path: undefined, client_secret: undefined }),
  )
  return granted.ok ? granted : undefined
}

/** Gives again, where it must refuse, what it granted before to a request of the same key. */
export function regranting(key: (asked: TokenRequest) => string): InProcessOptions {
  const granted = new Map<string, Response>()
  return atTokenEndpoint(async (asked, pass) => {
    const answer = await pass()
    if (!answer.ok) return granted.get(key(asked))?.clone() ?? answer
    granted.set(key(asked), answer.clone())
    return answer
  })
}

/** Gives what it granted before to a request of the same key, without a look at this one. */
export function caching(
  about: (asked: TokenRequest) => boolean,
  key: (asked: TokenRequest) => string,
): InProcessOptions {
  const granted = new Map<string, Response>()
  return atTokenEndpoint(async (asked, pass) => {
    const before = about(asked) ? granted.get(key(asked)) : undefined
    if (before) return before.clone()
    const answer = await pass()
    if (answer.ok) granted.set(key(asked), answer.clone())
    return answer
  })
}

/** Reads a request as another one. */
export function reading(
  about: (asked: TokenRequest) => boolean,
  values: (asked: TokenRequest) => Readonly<Record<string, string | undefined>>,
): InProcessOptions {
  return atTokenEndpoint((asked, pass) =>
    asked.request.method === 'POST' && about(asked)
      ? pass(withValues(asked.form, values(asked)))
      : pass(),
  )
}

/** Reads a refused request as another one. */
export function readingRefused(
  about: (asked: TokenRequest) => boolean,
  values: (asked: TokenRequest) => Readonly<Record<string, string | undefined>>,
): InProcessOptions {
  return atTokenEndpoint(async (asked, pass) => {
    const answer = await pass()
    if (answer.ok || asked.request.method !== 'POST' || !about(asked)) return answer
    const again = await pass(withValues(asked.form, values(asked)))
    return again.ok ? again : answer
  })
}
