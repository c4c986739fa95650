import type { MockIdp } from '../create-mock-idp.ts'
import { answerOf } from './mock-world.ts'

type Mock = Pick<MockIdp, 'fetch'>

/** Asks an endpoint of managed identities, at the address of this machine. */
export function askMachine(idp: Mock) {
  return async (
    path: string,
    query: Readonly<Record<string, string>>,
    headers: Record<string, string>,
    { method = 'GET', mock = idp }: { readonly method?: string; readonly mock?: Mock } = {},
  ) => {
    const url = `http://localhost:50342${path}?${new URLSearchParams(query)}`
    return answerOf(await mock.fetch(new Request(url, { method, headers })))
  }
}
