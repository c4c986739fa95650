import type { Claims } from '../token-kinds.ts'
import { type TokenRequest, withValues } from '../token-requests.ts'
import { answering } from './answering.ts'
import { asksDelegated, asksRefresh, atDelegated, numberOf, value } from './delegated-provider.ts'

const token = (asked: TokenRequest) => value(asked, 'refresh_token')
const bodyOf = async (answer: Response) =>
  (await answer
    .clone()
    .json()
    .catch(() => ({}))) as Claims

/** Refresh tokens by another name. */
export function aliased(rename: (body: Claims) => string) {
  const own = new Map<string, string>()
  return atDelegated(async ({ asked, pass }) => {
    const known = own.get(token(asked))
    const answer = await pass(
      known === undefined ? undefined : withValues(asked.form, { refresh_token: known }),
    )
    const body = await bodyOf(answer)
    if (!answer.ok || body.refresh_token === undefined) return answer
    const alias = rename(body)
    own.set(alias, String(body.refresh_token))
    return new Response(JSON.stringify({ ...body, refresh_token: alias }), answer)
  })
}

/** What was granted with each refresh token, and to whom. */
export function ofOtherClients(about: (asked: TokenRequest) => boolean) {
  const granted = new Map<string, Response>()
  return atDelegated(async ({ asked, pass }) => {
    const answer = await pass()
    if (answer.ok) {
      const { refresh_token } = await bodyOf(answer)
      if (refresh_token !== undefined) granted.set(String(refresh_token), answer.clone())
      return answer
    }
    const isOfAnother = asksRefresh(asked) && (await numberOf(answer)) === 70000
    return isOfAnother && about(asked) ? (granted.get(token(asked))?.clone() ?? answer) : answer
  })
}

export function inOtherTenants() {
  const granted = new Map<string, readonly [string, Response]>()
  return atDelegated(async ({ asked, pass }) => {
    const answer = await pass()
    if (answer.ok) {
      const { refresh_token } = await bodyOf(answer)
      granted.set(String(refresh_token), [asked.tenant, answer.clone()])
      return answer
    }
    const [tenant, before] = granted.get(token(asked)) ?? []
    const isElsewhere = asksRefresh(asked) && (await numberOf(answer)) === 70000
    return isElsewhere && before && tenant !== asked.tenant ? before.clone() : answer
  })
}

export function nearlyKnown(isAlike: (one: string, asked: string) => boolean) {
  const known = new Set<string>()
  return atDelegated(async ({ asked, pass }) => {
    const answer = await pass()
    if (answer.ok) {
      const { refresh_token } = await bodyOf(answer)
      if (refresh_token !== undefined) known.add(String(refresh_token))
      return answer
    }
    if (!asksRefresh(asked) || (await numberOf(answer)) !== 70000) return answer
    const meant = [...known].find((one) => one !== token(asked) && isAlike(one, token(asked)))
    return meant ? pass(withValues(asked.form, { refresh_token: meant })) : answer
  })
}

export function endingAfterUse() {
  const used = new Set<string>()
  return atDelegated(async ({ asked, pass }) => {
    if (!asksRefresh(asked)) return pass()
    if (used.has(token(asked))) return pass(withValues(asked.form, { refresh_token: 'used' }))
    const answer = await pass()
    if (answer.ok) used.add(token(asked))
    return answer
  })
}

export function shared() {
  const newest = new Map<string, string>()
  return atDelegated(async ({ asked, pass }) => {
    const key = `${asked.tenant} ${value(asked, 'client_id')}`
    const last = newest.get(key)
    const answer = await pass(
      asksRefresh(asked) && last !== undefined && token(asked).startsWith('1.A')
        ? withValues(asked.form, { refresh_token: last })
        : undefined,
    )
    const { refresh_token } = await bodyOf(answer)
    if (answer.ok && refresh_token !== undefined) newest.set(key, String(refresh_token))
    return answer
  })
}

/** Who renewed once goes on, where a refusal has this number. */
export function onceRenewed(number: number) {
  const granted = new Map<string, Response>()
  return atDelegated(async ({ asked, pass }) => {
    const answer = await pass()
    const { refresh_token } = await bodyOf(answer)
    if (answer.ok && refresh_token !== undefined) {
      granted.set(String(refresh_token), answer.clone())
      if (asksRefresh(asked)) granted.set(token(asked), answer.clone())
    }
    const isRefused = asksRefresh(asked) && (await numberOf(answer)) === number
    return isRefused ? (granted.get(token(asked))?.clone() ?? answer) : answer
  })
}

export function renewedSurvive() {
  const renewed = new Map<string, Response>()
  return atDelegated(async ({ asked, pass }) => {
    const answer = await pass()
    const { refresh_token } = await bodyOf(answer)
    if (answer.ok && asksRefresh(asked)) renewed.set(String(refresh_token), answer.clone())
    const isRevoked = (await numberOf(answer)) === 50173
    return isRevoked ? (renewed.get(token(asked))?.clone() ?? answer) : answer
  })
}

export function coalescing() {
  const running = new Map<string, Promise<Response>>()
  return atDelegated(async ({ asked, pass }) => {
    if (!asksRefresh(asked)) return pass()
    const key = `${asked.tenant} ${value(asked, 'client_id')}`
    const other = running.get(key)
    if (other) return (await other).clone()
    const mine = pass()
    running.set(key, mine)
    await mine
    await new Promise((resolve) => setImmediate(resolve))
    running.delete(key)
    return (await mine).clone()
  })
}

export function repeatingIt(name: string) {
  return answering(
    (asked, body) => asksDelegated(asked) && body.error !== undefined && asked.form.has(name),
    (body, asked) => ({
      ...body,
      error_description: `${body.error_description} ${value(asked, name)}`,
    }),
  )
}
