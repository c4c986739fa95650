import type { Directory } from '../../engine/cast/directory.ts'
import {
  apiNames,
  type ClientName,
  clientNames,
  everyBlueprintName,
  isAgentName,
} from '../../engine/cast/names.ts'
import type { WireRequest } from '../../engine/requests/wire-request.ts'

/** Whether a difference is one of a token, in the words of the steps. */
export function isAboutToken(what: string): boolean {
  return /^the (?:claims? |header member |signature of the token|audience of a token|client of the token)/.test(
    what,
  )
}

/** The kind of token that was asked for, such as `T1`: one fault of a provider shows in many tokens of a kind. */
export function kindOfToken({ parameters }: WireRequest, directory: Directory): string {
  const { client_id: id, scope = '', fmi_path: fmiPath } = Object.fromEntries(parameters)
  if (fmiPath !== undefined) return 'T1'
  const holder = holderOf(id, directory)
  const isExchange = /AzureADTokenExchange/i.test(scope)
  if (isExchange) return holder === 'an agent identity' ? 'T2' : `an exchange token of ${holder}`
  return `${resourceOf(scope, directory)} of ${holder}`
}

function holderOf(id: string | undefined, directory: Directory): string {
  const name = clientNames.find((one) => clientId(one, directory) === id?.toLowerCase())
  if (name === undefined) return 'a client'
  if (isAgentName(name)) return 'an agent identity'
  return everyBlueprintName.some((one) => one === name) ? 'a blueprint' : 'an application'
}

function resourceOf(scope: string, directory: Directory): string {
  const [graph] = apiNames
  const names = known(() => [directory.address(graph), directory.clientId(graph)]) ?? []
  const isGraph = names.some((name) => scope.toLowerCase().includes(name.toLowerCase()))
  return isGraph ? 'a Graph token' : 'an API token'
}

function clientId(name: ClientName, directory: Directory): string | undefined {
  return known(() => directory.clientId(name))
}

/** Not every target has everybody. */
function known<Found>(find: () => Found): Found | undefined {
  try {
    return find()
  } catch {
    return undefined
  }
}
