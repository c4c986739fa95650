import { isGuid } from '../../../mock-idp/index.ts'
import { isLoopbackHost } from '../../../wire/loopback.ts'
import { textOf } from '../claims.ts'
import { isExchangeAudience } from '../known-resources.ts'
import { type Check, oddity } from './oddity.ts'

const findMixer = 'Find out who issued or rewrote it: Entra does not mix the two forms.'

const mixesForms: Check = ({ claims }) => {
  const ver = textOf(claims, 'ver')
  const foreign = { '1.0': ['azp', 'azpacr'], '2.0': ['appid', 'appidacr'] }[ver ?? ''] ?? []
  const found = foreign.filter((name) => textOf(claims, name) !== undefined)
  if (found.length === 0) return undefined
  const other = ver === '2.0' ? 'v1.0' : 'v2.0'
  const verb = found.length === 1 ? 'belongs' : 'belong'
  return oddity(
    `Its ver is ${ver}, but ${found.join(' and ')} ${verb} to ${other} tokens.`,
    findMixer,
  )
}

const hasOtherIssuer: Check = ({ claims }) => {
  const [ver, iss] = [textOf(claims, 'ver'), textOf(claims, 'iss')]
  if (iss === undefined || (ver !== '1.0' && ver !== '2.0')) return undefined
  const isV2 = /\/v2\.0\/?$/.test(iss)
  if (isV2 === (ver === '2.0')) return undefined
  return oddity(
    `Its ver is ${ver}, but its issuer ${iss} is that of ${isV2 ? 'v2.0' : 'v1.0'} tokens.`,
    findMixer,
  )
}

const issuerNamesOtherTenant: Check = ({ claims }) => {
  const [iss, tid] = [textOf(claims, 'iss') ?? '', textOf(claims, 'tid')]
  if (tid === undefined || !URL.canParse(iss)) return undefined
  const named = new URL(iss).pathname.split('/').find(isGuid)
  if (named === undefined || named.toLowerCase() === tid.toLowerCase()) return undefined
  return oddity(
    `Its issuer is tenant ${named}, but its tid is ${tid}.`,
    'Refuse it: a resource must compare both, or any tenant can speak for any other.',
  )
}

const isForV1Exchange: Check = ({ claims }) => {
  if (!isExchangeAudience(claims.aud) || textOf(claims, 'ver') !== '1.0') return undefined
  return oddity(
    'It is for the exchange in the v1.0 form; every captured exchange token has the v2.0 form.',
    'Expect AADSTS700211 when you present it: the issuer does not match.',
  )
}

const isExchangeByName: Check = ({ claims, kind }) => {
  const aud = textOf(claims, 'aud') ?? ''
  const isOfEntra = textOf(claims, 'ver') !== undefined && kind !== 'client-assertion'
  if (!isOfEntra || !isExchangeAudience(aud) || isGuid(aud)) return undefined
  return oddity(
    'Its audience is the URI of the exchange; in captured tokens of Entra it is the GUID.',
    'Find out who issued it.',
  )
}

const hasManyAudiences: Check = ({ claims }) =>
  Array.isArray(claims.aud)
    ? oddity('It has a list of audiences.', 'Refuse it: a token of Entra is for one resource.')
    : undefined

/** Wider than a loopback host: resolvers may send names under `.localhost` elsewhere, but no real issuer has one. */
const isTestHost = ({ host, hostname }: URL) =>
  isLoopbackHost(host) || hostname.endsWith('.localhost')

const isOfTestServer: Check = ({ claims }) => {
  const iss = textOf(claims, 'iss') ?? ''
  if (!URL.canParse(iss) || !isTestHost(new URL(iss))) return undefined
  return oddity(
    `A server on this machine issued it (${new URL(iss).host}): it is a test token.`,
    'In a test, ignore this. No real resource may accept it.',
  )
}

export const formChecks: readonly Check[] = [
  mixesForms,
  hasOtherIssuer,
  issuerNamesOtherTenant,
  isForV1Exchange,
  isExchangeByName,
  hasManyAudiences,
  isOfTestServer,
]
